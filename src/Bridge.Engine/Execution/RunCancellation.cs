using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Execution;

/// <summary>
/// Ends a run for good at a safe point: nothing is in flight, what was not begun is cancelled, what people hold is taken back
/// from the outbox. What was done stays done; a new plan sees it on the target. Interrupted, it is simply done again.
/// </summary>
/// <param name="store">Run store.</param>
/// <param name="outbox">Outbox.</param>
/// <param name="time">Clock.</param>
public sealed class RunCancellation(IRunStore store, IOutbox outbox, TimeProvider time)
{
    /// <summary>Reason of a step that was cancelled.</summary>
    public const string Reason = "RunCancelled";

    /// <summary>Cancels a run.</summary>
    /// <param name="epoch">Ownership: no other process works on the run.</param>
    /// <param name="run">The run.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops between two steps; cancelling again goes on.</param>
    /// <exception cref="RunStoppedException">It is at its end, or calls of it are in doubt.</exception>
    public async Task<RunRow> CancelAsync(OwnerEpoch epoch, RunRow run, IPlanSource plan, string by, CancellationToken cancellationToken)
    {
        if (run.Status is RunStatus.Completed or RunStatus.Cancelled)
        {
            throw new RunStoppedException("AtItsEnd", $"Run {run.RunId} is at its end; there is nothing to cancel. 'bridge rollback {run.RunId}' takes back what it did.");
        }

        await CheckDoubtsAsync(run, cancellationToken);
        var journal = new RunJournal(store, epoch, run.RunId, time);
        await foreach (var step in plan.StepsAsync(cancellationToken))
        {
            var row = await journal.FindAsync(step.Id, cancellationToken);
            if (row?.State is null or StepState.NotApplied or StepState.Waiting)
            {
                var change = new StepChangeOf(StepState.Cancelled)
                {
                    Reason = Reason,
                    Message = row?.HandoffId is null ? $"{by} cancelled the run before it was begun." : $"{by} cancelled the run after it was handed out; what was done of it meanwhile, a new plan sees.",
                };
                await journal.MoveAsync(JournalKind.Failed, step, row, change, null, cancellationToken);
            }
        }

        await TakeBackAsync(journal, run.RunId, cancellationToken);
        var end = run with { Status = RunStatus.Cancelled, EndedAt = time.GetUtcNow(), Reason = $"CancelledBy: {by}" };
        await journal.WriteAsync(
            JournalKind.RunEnded,
            new JsonObject { ["run"] = end.RunId, ["plan"] = end.PlanHash, ["approval"] = end.ApprovalId, ["status"] = end.Status.ToString(), ["reason"] = end.Reason },
            [new StoreChange.SetRun(end)],
            cancellationToken);
        await RunAudit.CheckAsync(plan, store, end, cancellationToken);
        return end;
    }

    private async Task CheckDoubtsAsync(RunRow run, CancellationToken cancellationToken)
    {
        var steps = await store.CountStepsAsync(run.RunId, cancellationToken);
        var asked = await store.ReadStepsAsync(run.RunId, StepState.NeedsHuman, cancellationToken).CountAsync(OutcomeQuestion.IsOpen, cancellationToken);
        if (steps.GetValueOrDefault(StepState.Intended) + steps.GetValueOrDefault(StepState.Unknown) + asked is > 0 and var doubts)
        {
            throw new RunStoppedException(
                "CallsInDoubt",
                $"Run {run.RunId} left {doubts} calls of which nobody knows yet whether they were applied; cancelled now, nobody ever would. Run 'bridge resume {run.RunId}', answer what 'bridge tasks' asks, then cancel.");
        }
    }

    private async Task TakeBackAsync(RunJournal journal, string runId, CancellationToken cancellationToken)
    {
        var open = await store.ReadDocumentsAsync(Handoff.Kind, cancellationToken)
            .Select(document => TaskDesk.Read(document.Json))
            .Where(handoff => handoff.Open && handoff.RunId == runId)
            .ToListAsync(cancellationToken);
        foreach (var handoff in open)
        {
            await outbox.RemoveAsync(handoff.Id, cancellationToken);
            await journal.WriteAsync(
                JournalKind.Issued,
                new JsonObject { ["handoff"] = handoff.Id, ["open"] = false },
                [new StoreChange.SetDocument(Handoff.Kind, handoff.Id, JsonSerializer.Serialize(handoff with { Open = false, Written = true }, HandoffJson.Default.Handoff))],
                cancellationToken);
        }
    }
}
