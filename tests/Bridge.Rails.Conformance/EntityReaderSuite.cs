using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Conformance;

/// <summary>What every reader of one kind of object must do.</summary>
/// <typeparam name="TPort">The port.</typeparam>
/// <typeparam name="T">Canonical type.</typeparam>
public abstract class EntityReaderSuite<TPort, T>
    where TPort : class, IEntityReader<T>
{
    /// <summary>A world with at least two pages of this kind, unless <see cref="SeveralPages"/> says otherwise.</summary>
    protected abstract IRailWorld NewWorld();

    /// <summary>Key of a record.</summary>
    protected abstract string KeyOf(T record);

    /// <summary>Keys that the world holds, by its own account and not by the connector's.</summary>
    protected abstract IReadOnlyCollection<string> Expected(IRailWorld world);

    /// <summary>Whether the world holds more than one page.</summary>
    protected virtual bool SeveralPages => true;

    /// <summary>What is read.</summary>
    protected virtual ReadScope Scope => ReadScope.All;

    [Fact]
    public Task Reads_every_record_and_no_other() => OnPages((world, pages) =>
    {
        var keys = pages.SelectMany(page => page.Records).Select(read => KeyOf(read.Record)).ToList();

        keys.Should().BeEquivalentTo(Expected(world)).And.NotBeEmpty();
    });

    [Fact]
    public Task Accounts_for_every_row_of_every_page() => OnPages((_, pages) =>
    {
        pages.Should().OnlyContain(page => page.Rows.Balanced && page.Rows.Records == page.Records.Count);
        (pages.Count > 1).Should().Be(SeveralPages);
    });

    [Fact]
    public Task Every_record_names_the_bytes_it_came_from() => OnPages((_, pages) =>
        pages.SelectMany(page => page.Records).Should().OnlyContain(read => read.RawHash.Length == 32 && read.RawHash.All(char.IsAsciiHexDigitLower)));

    [Fact]
    public Task A_read_continues_behind_every_cursor() => InWorld(async (_, rail) =>
    {
        var reader = Port(rail);
        var pages = await PagesAsync(reader, Scope);

        for (var index = 0; index < pages.Count - 1; index++)
        {
            pages[index].Cursor.Should().NotBeNullOrEmpty();
            var rest = await PagesAsync(reader, Scope with { After = pages[index].Cursor });

            Contents(rest).Should().Equal(Contents(pages.Skip(index + 1)));
        }

        pages[^1].Cursor.Should().BeNull();
    });

    [Fact]
    public Task The_same_cursor_gives_the_same_page() => InWorld(async (_, rail) =>
    {
        var reader = Port(rail);
        var first = await PagesAsync(reader, Scope);

        var second = await PagesAsync(reader, Scope);

        Contents(second).Should().Equal(Contents(first));
        second.Select(page => page.Cursor).Should().Equal(first.Select(page => page.Cursor));
    });

    [Fact]
    public Task Stops_when_it_is_cancelled() => InWorld(async (_, rail) =>
    {
        using var stop = new CancellationTokenSource();
        var read = async () =>
        {
            await foreach (var page in Port(rail).ReadAsync(Scope, stop.Token))
            {
                await stop.CancelAsync();
            }

            stop.Token.ThrowIfCancellationRequested();
        };

        await read.Should().ThrowAsync<OperationCanceledException>();
    });

    [Fact]
    public Task Changes_nothing() => InWorld(async (world, rail) =>
    {
        await PagesAsync(Port(rail), Scope);

        world.MutatingCalls.Should().Be(0);
    });

    [Fact]
    public Task Is_declared_by_its_rail() => InWorld((_, rail) =>
    {
        var access = rail.Descriptor.Capabilities.AccessTo(Port(rail).Entity);

        access.Should().BeOneOf(EntityAccess.Read, EntityAccess.ReadWrite);
        return Task.CompletedTask;
    });

    /// <summary>All pages of a read.</summary>
    protected static async Task<IReadOnlyList<ReadPage<T>>> PagesAsync(IEntityReader<T> reader, ReadScope scope)
    {
        var pages = new List<ReadPage<T>>();
        await foreach (var page in reader.ReadAsync(scope, CancellationToken.None))
        {
            pages.Add(page);
        }

        return pages;
    }

    private static TPort Port(IRail rail) =>
        rail.Port<TPort>() ?? throw new InvalidOperationException($"{rail.Descriptor.Id} offers no {typeof(TPort).Name}.");

    private static List<(T Record, string RawHash)> Contents(IEnumerable<ReadPage<T>> pages) =>
        pages.SelectMany(page => page.Records).Select(read => (read.Record, read.RawHash)).ToList();

    private Task OnPages(Action<IRailWorld, IReadOnlyList<ReadPage<T>>> check) =>
        InWorld(async (world, rail) => check(world, await PagesAsync(Port(rail), Scope)));

    private async Task InWorld(Func<IRailWorld, IRail, Task> body)
    {
        await using var world = NewWorld();
        await world.RunAsync(async () =>
        {
            await using var rail = world.Open(ClosedWriteGate.Instance);
            await body(world, rail);
        });
    }
}
