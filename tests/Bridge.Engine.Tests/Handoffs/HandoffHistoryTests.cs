using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Tests.Execution;

namespace Bridge.Engine.Tests.Handoffs;

/// <summary>What outlives a hand-off that is repeated.</summary>
public sealed class HandoffHistoryTests
{
    [Fact]
    public async Task Owner_date_note_and_first_day_go_to_the_pack_that_repeats_rows_and_the_word_that_it_was_done_does_not()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Gold"));
        var issued = bench.Time.GetUtcNow();
        await PutAsync(bench, new Handoff { Id = "pack-1", RunId = "run-1", Form = Handoff.FilePack, Tool = "t", Title = "t", Steps = ["a"], IssuedAt = issued });
        await bench.Tasks().ChangeAsync("pack-1", new TaskChange { Owner = "Maria", Due = new DateOnly(2026, 7, 15), Note = "call them", Done = true }, "Maria", default);
        bench.Time.Advance(TimeSpan.FromDays(3));

        var (first, wrong) = await new HandoffHistory(bench.Context()).TakeOverAsync(["pack-1", null, "pack-1"], "pack-2", default);
        var claim = await bench.Tasks().ClaimOfAsync("pack-2", default);

        first.Should().Be(issued);
        wrong.Should().Equal("Maria reported it done on 2026-06-30, and the target does not show it.");
        claim.Should().Match<TaskClaim>(one => one.Owner == "Maria" && one.Due == new DateOnly(2026, 7, 15) && one.Note == "call them" && one.DoneBy == null);
    }

    [Fact]
    public async Task What_was_never_handed_out_begins_today()
    {
        var bench = await new RunBench().ApproveAsync(RunBench.Group("Gold"));

        var (first, wrong) = await new HandoffHistory(bench.Context()).TakeOverAsync([null, "pack-0"], "pack-1", default);

        first.Should().Be(bench.Time.GetUtcNow());
        wrong.Should().BeEmpty();
    }

    private static async Task PutAsync(RunBench bench, Handoff handoff)
    {
        var epoch = await bench.Store.TakeOwnershipAsync("test", default);
        await bench.Store.AppendAsync(
            epoch,
            new JournalRecord(JournalKind.Issued, "run-1", null, []),
            [new StoreChange.SetDocument(Handoff.Kind, handoff.Id, JsonSerializer.Serialize(handoff, HandoffJson.Default.Handoff))],
            default);
        await bench.Store.ReleaseOwnershipAsync(epoch, default);
    }
}
