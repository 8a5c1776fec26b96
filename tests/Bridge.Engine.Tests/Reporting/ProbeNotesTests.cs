using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Reporting.Runs;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Reporting;

public sealed class ProbeNotesTests
{
    [Fact]
    public async Task Reads_what_probes_of_the_run_found_wrong_and_nothing_else()
    {
        var start = new DateTimeOffset(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);
        await using var store = new InMemoryRunStore(new ManualTimeProvider(start));
        var epoch = await store.TakeOwnershipAsync("test", CancellationToken.None);
        await AppendAsync(JournalKind.Observed, "run-1", "contracts/1/establish", "Waiting", "TermsDiffer");
        await AppendAsync(JournalKind.Observed, "run-1", "partners/2/create", "Declined", "PartnerDeclined");
        await AppendAsync(JournalKind.Observed, "run-1", "partners/3/create", "Applied", "Seen");
        await AppendAsync(JournalKind.Observed, "run-0", "partners/4/create", "Declined", "PartnerDeclined");
        await AppendAsync(JournalKind.Failed, "run-1", "links/5/create", "Failed", "RailRejected");

        var notes = new List<ProbeNote>();
        await foreach (var note in ProbeNotes.ReadAsync(store, "run-1", CancellationToken.None))
        {
            notes.Add(note);
        }

        notes.Should().Equal(
            new ProbeNote("contracts/1/establish", StepState.Waiting, "TermsDiffer", "as found", start),
            new ProbeNote("partners/2/create", StepState.Declined, "PartnerDeclined", "as found", start));

        Task AppendAsync(JournalKind kind, string run, string step, string state, string reason) => store.AppendAsync(
            epoch,
            new JournalRecord(kind, run, step, new JsonObject { ["state"] = state, ["reason"] = reason, ["message"] = "as found" }),
            [],
            CancellationToken.None);
    }
}
