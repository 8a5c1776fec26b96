using System.Runtime.CompilerServices;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>Walks the pages of a list.</summary>
public static class Paging
{
    /// <summary>
    /// Fetches page after page until one names no next page. Works for every kind of cursor, since a cursor is a text to the
    /// kit. Memory grows by one cursor per page, nothing else is kept.
    /// </summary>
    /// <param name="where">Rail, connection and operation, for the error.</param>
    /// <param name="first">Cursor to start from, to resume a read; null for the first page.</param>
    /// <param name="fetch">Fetches the page of a cursor; null is the first page.</param>
    /// <param name="cancellationToken">Stops between pages and inside the fetch.</param>
    /// <exception cref="RailContractException">A page names a cursor that was fetched already: the list would never end.</exception>
    public static async IAsyncEnumerable<RailPage<T>> ReadAsync<T>(
        RailErrorContext where,
        string? first,
        Func<string?, CancellationToken, Task<RailPage<T>>> fetch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(where);
        ArgumentNullException.ThrowIfNull(fetch);
        var seen = new HashSet<string>(StringComparer.Ordinal) { first ?? "" };
        for (var cursor = first; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await fetch(cursor, cancellationToken);
            yield return page;
            cursor = page.Next;
            if (string.IsNullOrEmpty(cursor))
            {
                yield break;
            }

            if (!seen.Add(cursor))
            {
                throw new RailContractException(where, $"page {seen.Count} names a page as its next one that was read already, so the list has no end");
            }
        }
    }
}
