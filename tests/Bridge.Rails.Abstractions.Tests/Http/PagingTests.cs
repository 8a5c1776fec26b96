using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Abstractions.Tests.Http;

public sealed class PagingTests
{
    private static readonly RailErrorContext Where = new() { Rail = "test", Connection = "acme-test", Operation = "things.list" };

    [Fact]
    public async Task Walks_to_the_last_page_through_an_empty_one()
    {
        var pages = await ReadAsync(null, ("", "2", [1, 2]), ("2", "3", []), ("3", "", [3]));

        pages.Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Continues_from_a_cursor()
    {
        var pages = await ReadAsync("3", ("", "2", [1, 2]), ("2", "3", []), ("3", null, [3]));

        pages.Should().Equal(3);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("1")]
    public async Task A_page_that_repeats_a_cursor_breaks_the_contract(string repeated)
    {
        var fetched = 0;
        var act = async () =>
        {
            await foreach (var page in Paging.ReadAsync(Where, "1", (cursor, _) => Task.FromResult(new RailPage<int>(++fetched, fetched == 1 ? "2" : repeated)), CancellationToken.None))
            {
                page.Content.Should().BeLessThan(10);
            }
        };

        (await act.Should().ThrowAsync<RailContractException>()).Which.Operation.Should().Be("things.list");
        fetched.Should().Be(2);
    }

    [Fact]
    public async Task Stops_between_pages_when_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var fetched = 0;
        var act = async () =>
        {
            await foreach (var page in Paging.ReadAsync(Where, null, (_, _) => Task.FromResult(new RailPage<int>(++fetched, $"{fetched}")), stop.Token))
            {
                stop.Cancel();
            }
        };

        await act.Should().ThrowAsync<OperationCanceledException>();
        fetched.Should().Be(1);
    }

    private static async Task<List<int>> ReadAsync(string? first, params (string Cursor, string? Next, int[] Items)[] list)
    {
        var items = new List<int>();
        await foreach (var page in Paging.ReadAsync(Where, first, FetchAsync, CancellationToken.None))
        {
            items.AddRange(page.Content);
        }

        return items;

        Task<RailPage<int[]>> FetchAsync(string? cursor, CancellationToken cancellationToken)
        {
            var found = list.Single(page => page.Cursor == (cursor ?? ""));
            return Task.FromResult(new RailPage<int[]>(found.Items, found.Next));
        }
    }
}
