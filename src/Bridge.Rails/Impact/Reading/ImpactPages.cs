using System.Runtime.CompilerServices;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Impact.Reading;

/// <summary>Walks lists page by page with a cursor that another process can continue from.</summary>
/// <param name="connection">Name of the connection.</param>
internal sealed class ImpactPages(string connection)
{
    /// <summary>Pages of a read, each made by <paramref name="fetch"/> from a cursor (null for the first).</summary>
    public async IAsyncEnumerable<ReadPage<T>> ReadAsync<T>(
        string operation,
        string? first,
        Func<string?, CancellationToken, Task<ReadPage<T>>> fetch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = new LastPage(Where(operation));
        var pages = Paging.ReadAsync(
            Where(operation),
            first,
            async (cursor, token) =>
            {
                var page = await fetch(cursor, token);
                before.Check(page.Raw, page.Rows.Rows);
                return new RailPage<ReadPage<T>>(page, page.Cursor);
            },
            cancellationToken);
        await foreach (var page in pages)
        {
            yield return page.Content;
        }
    }

    /// <summary>Every page of a plain list, for lookups and memberships.</summary>
    public async IAsyncEnumerable<ImpactPage> ListAsync(
        string operation,
        Func<string?, CancellationToken, Task<ImpactPage>> fetch,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = new LastPage(Where(operation));
        var pages = Paging.ReadAsync(
            Where(operation),
            null,
            async (cursor, token) =>
            {
                var page = await fetch(cursor, token);
                before.Check(page.Raw, page.Rows.Count);
                return new RailPage<ImpactPage>(page, page.Next);
            },
            cancellationToken);
        await foreach (var page in pages)
        {
            yield return page.Content;
        }
    }

    private RailErrorContext Where(string operation) => new() { Rail = ImpactDescriptor.Id, Connection = connection, Operation = operation };

    /// <summary>
    /// The guard that cursors alone do not give: a server that ignores the page number answers the same page for ever, each
    /// time to another address.
    /// </summary>
    private sealed class LastPage(RailErrorContext where)
    {
        private RawPage? last;

        /// <exception cref="RailContractException">The page holds the same rows as the one before.</exception>
        public void Check(RawPage? page, long rows)
        {
            if (rows > 0 && page is not null && last is not null && page.Bytes.Span.SequenceEqual(last.Bytes.Span))
            {
                throw new RailContractException(where, "two pages in a row hold the same bytes, so the page that was asked for is ignored and the list has no end");
            }

            last = page;
        }
    }
}
