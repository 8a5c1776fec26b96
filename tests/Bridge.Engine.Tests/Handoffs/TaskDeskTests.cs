using System.Text;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Handoffs;

public sealed class TaskDeskTests
{
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly InMemoryOutbox outbox = new();

    [Fact]
    public async Task A_refusal_is_taken_for_a_partner_whom_a_run_waits_for()
    {
        var desk = await DeskAsync(RunStatus.WaitingOnPeople, StepState.Waiting);

        var problem = await desk.ReportDeclinedAsync("2000451", "Maria", default);

        problem.Should().BeNull();
        var report = JsonNode.Parse(Encoding.UTF8.GetString(outbox.Answers.Should().ContainSingle().Which.Value))!;
        outbox.Answers.Keys.Single().Should().Be(DeclinedPartner.ReportId("2000451"));
        ((string)report["by"]!).Should().Be("Maria");
    }

    [Theory]
    [InlineData(RunStatus.Completed, StepState.Waiting, "2000451")]
    [InlineData(RunStatus.WaitingOnPeople, StepState.Applied, "2000451")]
    [InlineData(RunStatus.WaitingOnPeople, StepState.Waiting, "2000452")]
    public async Task A_refusal_of_somebody_whom_nobody_waits_for_is_not_taken(RunStatus status, StepState state, string partner)
    {
        var desk = await DeskAsync(status, state);

        var problem = await desk.ReportDeclinedAsync(partner, "Maria", default);

        problem.Should().Be($"No run waits for partner '{partner}'.");
        outbox.Answers.Should().BeEmpty();
    }

    private async Task<TaskDesk> DeskAsync(RunStatus status, StepState state)
    {
        var store = new InMemoryRunStore(time);
        var epoch = await store.TakeOwnershipAsync("test", default);
        var run = new RunRow { RunId = "run-1", PlanHash = new string('a', 64), ApprovalId = "approval-1", Status = status, StartedAt = time.GetUtcNow() };
        var step = new StepRow { RunId = "run-1", StepId = StepIds.Of(EntityKind.Partner, "2000451", "create"), State = state, Since = time.GetUtcNow() };
        await store.AppendAsync(epoch, new JournalRecord(JournalKind.Issued, "run-1", step.StepId, []), [new StoreChange.SetRun(run), new StoreChange.SetStep(step)], default);
        return new TaskDesk(store, outbox, time);
    }
}
