using Bridge.Engine.Execution;
using Bridge.Model.Identity;
using Bridge.Storage.Sqlite;
using Bridge.Storage.Tests.Contracts;

namespace Bridge.Storage.Tests.Sqlite;

public sealed class SqliteRunStoreTests : RunStoreContract, IDisposable
{
    private readonly TestFolder folder = new();

    private string Database => folder.File("run.db");

    public void Dispose() => folder.Dispose();

    protected override Task<IRunStore> OpenStoreAsync() => Task.FromResult<IRunStore>(SqliteRunStore.Open(Database, Time));

    [Fact]
    public async Task An_owner_whose_lock_was_pulled_away_is_fenced_by_its_epoch()
    {
        var first = await OpenAsync();
        var old = await first.TakeOwnershipAsync("first", default);
        File.Delete(Database + ".lock");
        var second = await OpenAsync();
        var epoch = await second.TakeOwnershipAsync("second", default);

        var act = () => first.AppendAsync(old, Record(), [new StoreChange.SetCheckpoint("c", "old")], default);

        await act.Should().ThrowAsync<EpochLostException>().WithMessage("*number 1*number 2*");
        await second.AppendAsync(epoch, Record(), [], default);
        (await second.FindCheckpointAsync("c", default)).Should().BeNull();
        (await second.VerifyJournalAsync(default)).Should().Be(3);
    }

    [Fact]
    public async Task A_full_disk_says_so_once_and_keeps_the_last_committed_state()
    {
        await using var store = SqliteRunStore.Open(Database, Time, largestPageCount: 80);
        var epoch = await store.TakeOwnershipAsync("owner", default);
        var kept = 1L;
        Exception? error = null;
        while (error is null)
        {
            try
            {
                await store.AppendAsync(epoch, Record(), [new StoreChange.SetCheckpoint($"c{kept + 1}", new string('x', 3000))], default);
                kept++;
            }
            catch (StoreFileException full)
            {
                error = full;
            }
        }

        error.Message.Should().Be(
            $"{Database}: There is no space left on the disk; everything up to the last committed change is safe. Free some space and run again.");
        (await store.VerifyJournalAsync(default)).Should().Be(kept);
        (await store.FindCheckpointAsync($"c{kept}", default)).Should().NotBeNull();
        (await store.FindCheckpointAsync($"c{kept + 1}", default)).Should().BeNull();

        await store.DisposeAsync();
        var roomy = await OpenAsync();
        (await roomy.TakeOwnershipAsync("owner", default)).Value.Should().Be(2);
        (await roomy.VerifyJournalAsync(default)).Should().Be(kept + 1);
    }

    [Fact]
    public async Task A_store_can_be_opened_and_read_at_any_moment_while_another_one_writes()
    {
        var writing = await OpenAsync();
        var epoch = await writing.TakeOwnershipAsync("owner", default);
        var appends = Task.Run(async () =>
        {
            for (var number = 0; number < 400; number++)
            {
                await writing.AppendAsync(epoch, Record($"s{number}"), [new StoreChange.SetCheckpoint($"c{number:D3}", "1")], default);
            }
        });
        var opened = 0;

        while (!appends.IsCompleted)
        {
            await using var reading = SqliteRunStore.Open(Database, Time);
            var records = await reading.VerifyJournalAsync(default);
            records.Should().BePositive();
            opened++;
        }

        await appends;
        opened.Should().BePositive();
        (await writing.VerifyJournalAsync(default)).Should().Be(401);
    }

    [Fact]
    public async Task One_refused_append_among_many_at_once_does_not_touch_the_others()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);

        var appends = Enumerable.Range(0, 100).Select(number => store.AppendAsync(
            epoch,
            Record($"s{number}"),
            number % 10 == 3 ? [new StoreChange.SetStep(Step("x", run: "nowhere"))] : [new StoreChange.SetCheckpoint($"c{number:D2}", "1")],
            default)).ToList();
        await Task.WhenAll(appends.Select(append => append.ContinueWith(_ => { }, TaskScheduler.Default)));

        appends.Where((_, number) => number % 10 == 3).Should().OnlyContain(append => append.Exception!.InnerException is InvalidOperationException);
        appends.Where((_, number) => number % 10 != 3).Should().OnlyContain(append => append.IsCompletedSuccessfully);
        (await store.VerifyJournalAsync(default)).Should().Be(91);
    }

    [Fact]
    public async Task A_large_id_map_streams_in_pages()
    {
        var store = await OpenAsync();
        var epoch = await store.TakeOwnershipAsync("owner", default);
        const int Rows = 40_000;
        for (var batch = 0; batch < Rows; batch += 4000)
        {
            await store.AppendAsync(
                epoch, Record(), [.. Enumerable.Range(batch, 4000).Select(number => new StoreChange.SetIdMap(Link($"{number:D8}", new string('u', 400))))], default);
        }

        var (count, largest, before) = (0, 0L, GC.GetTotalMemory(forceFullCollection: true));
        await foreach (var row in store.ReadIdMapAsync(EntityKind.TrackingLink, default))
        {
            row.Source.Should().Be($"{count:D8}");
            if (++count % 10_000 == 0)
            {
                largest = Math.Max(largest, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        count.Should().Be(Rows);
        largest.Should().BeLessThan(8 * 1024 * 1024, "40,000 rows of 400 characters would be over 30 MiB");
    }

    [Fact]
    public async Task The_files_belong_to_their_user_alone()
    {
        var store = await OpenAsync();
        await store.TakeOwnershipAsync("owner", default);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Database).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(Database + "-wal").Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Every_commit_is_synced()
    {
        await using var store = SqliteRunStore.Open(Database, Time);
        await store.TakeOwnershipAsync("owner", default);

        var file = new SqliteFile(Database, Storage.Sqlite.Runs.RunSchema.Schema, problem => new InvalidDataException(problem));
        using var writer = file.OpenWriter(Time);

        SqliteFile.Scalar(writer, "PRAGMA synchronous").Should().Be(2L);
        SqliteFile.Scalar(writer, "PRAGMA journal_mode").Should().Be("wal");
        SqliteFile.Scalar(writer, "PRAGMA foreign_keys").Should().Be(1L);
    }
}
