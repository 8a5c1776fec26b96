using System.Globalization;
using Bridge.Engine.Execution;
using Bridge.Model.Identity;
using Bridge.Storage.Sqlite;

namespace Bridge.Storage.Tests.Processes;

public sealed class CrashTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_processes_leave_whole_records_and_lose_none_that_was_acknowledged()
    {
        var file = folder.File("run.db");
        var random = new Random(20270104);
        var acknowledged = 0L;
        const int Kills = 6;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var child = new ChildProcess("append", file);
            for (var line = random.Next(1, 150); line > 0; line--)
            {
                acknowledged = long.Parse(await child.ReadLineAsync(), CultureInfo.InvariantCulture);
            }

            acknowledged = long.Parse(await child.KillAsync() ?? $"{acknowledged}", CultureInfo.InvariantCulture);
            await CheckAsync(file, acknowledged);
        }

        await using var store = SqliteRunStore.Open(file, TimeProvider.System);
        (await store.TakeOwnershipAsync("the parent", default)).Value.Should().Be(Kills + 1);
    }

    [Fact]
    public async Task A_living_process_keeps_others_out_and_a_killed_one_does_not()
    {
        var file = folder.File("run.db");
        using var child = new ChildProcess("own", file);
        (await child.ReadLineAsync()).Should().Be("owned");
        await using var store = SqliteRunStore.Open(file, TimeProvider.System);

        var take = () => store.TakeOwnershipAsync("the parent", default);

        (await take.Should().ThrowAsync<RunStoreBusyException>()).WithMessage($"*{ChildProgram.OwnerName}*");
        await child.KillAsync();
        (await take.Should().NotThrowAsync()).Which.Value.Should().Be(2);
    }

    private static async Task CheckAsync(string file, long acknowledged)
    {
        await using var store = SqliteRunStore.Open(file, TimeProvider.System);
        var records = await store.VerifyJournalAsync(default);
        records.Should().BeGreaterThanOrEqualTo(acknowledged).And.BeGreaterThan(0);

        var steps = new List<string>();
        await foreach (var entry in store.ReadJournalAsync(0, default))
        {
            if (entry.Record.Kind == JournalKind.Applied)
            {
                steps.Add(entry.Record.StepId!);
                (await store.FindCheckpointAsync("last/" + entry.Record.StepId, default)).Should().Be(entry.Record.StepId);
            }
        }

        steps.Sort(StringComparer.Ordinal);
        (await store.ReadStepsAsync("run-1", null, default).ToListAsync()).Should().Equal(steps.Select(CrashRows.Step));
        (await store.ReadIdMapAsync(EntityKind.TrackingLink, default).ToListAsync()).Should().Equal(steps.Select(CrashRows.Link));
    }
}
