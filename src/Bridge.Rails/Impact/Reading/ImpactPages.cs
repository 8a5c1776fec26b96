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
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = Paging.ReadAsync(
            Where(operation),
            first,
            async (cursor, token) =>
            {
                var page = await fetch(cursor, token);
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
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = Paging.ReadAsync(
            Where(operation),
            null,
            async (cursor, token) =>
            {
                var page = await fetch(cursor, token);
                return new RailPage<ImpactPage>(page, page.Next);
            },
            cancellationToken);
        await foreach (var page in pages)
        {
            yield return page.Content;
        }
    }

    private RailErrorContext Where(string operation) => new() { Rail = ImpactDescriptor.Id, Connection = connection, Operation = operation };
}
