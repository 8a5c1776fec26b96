using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Storage.Sqlite;

namespace Bridge.Storage.Tests.Processes;

/// <summary>What a child process does: own a run store, and append to it until it is killed.</summary>
public static class ChildProgram
{
    public const string OwnerName = "the child of a test";

    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var verb, var file])
        {
            return 64;
        }

        await using var store = SqliteRunStore.Open(file, TimeProvider.System);
        var epoch = await store.TakeOwnershipAsync(OwnerName, default);
        if (verb == "own")
        {
            await Console.Out.WriteLineAsync("owned");
            await Console.In.ReadLineAsync();
            return 0;
        }

        await store.AppendAsync(epoch, new(JournalKind.RunStarted, "run-1", null, []), [new StoreChange.SetRun(CrashRows.Run)], default);
        while (true)
        {
            // Several callers at once, so that the kill also meets shared transactions.
            var entries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AppendAsync(store, epoch)));
            await Console.Out.WriteLineAsync($"{entries.Max(entry => entry.Sequence)}");
        }
    }

    private static Task<JournalEntry> AppendAsync(SqliteRunStore store, OwnerEpoch epoch)
    {
        var step = CrashRows.NextStep(epoch);
        return store.AppendAsync(
            epoch,
            new(JournalKind.Applied, "run-1", step, new JsonObject { ["target"] = "t-" + step }),
            [
                new StoreChange.SetStep(CrashRows.Step(step)),
                new StoreChange.SetIdMap(CrashRows.Link(step)),
                new StoreChange.SetCheckpoint("last/" + step, step),
            ],
            default);
    }
}
