using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Execution;

/// <summary>
/// Writes what happens to the steps of one run: every record together with the step's state and the id map row, in one
/// transaction, checked against the state machine.
/// </summary>
/// <param name="store">Run store.</param>
/// <param name="epoch">Ownership.</param>
/// <param name="runId">Run.</param>
/// <param name="time">Clock.</param>
internal sealed class RunJournal(IRunStore store, OwnerEpoch epoch, string runId, TimeProvider time)
{
    private long done;
    private long waiting;

    public OwnerEpoch Epoch => epoch;

    /// <summary>Steps of the run that are at their end.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Steps that wait for people and partners.</summary>
    public long Waiting => Interlocked.Read(ref waiting);

    public IRunStore Store => store;

    /// <exception cref="ConservationException">The store gives the row of another step.</exception>
    public async Task<StepRow?> FindAsync(string stepId, CancellationToken cancellationToken)
    {
        var row = await store.FindStepAsync(runId, stepId, cancellationToken);
        return row is null || (row.StepId == stepId && row.RunId == runId)
            ? row
            : throw RunAudit.Broken($"{RunAudit.Name(stepId)} has the row of step '{row.StepId}' of run '{row.RunId}'.");
    }

    /// <summary>Counts what an earlier process left, so that progress goes on from there.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        foreach (var (state, steps) in await store.CountStepsAsync(runId, cancellationToken))
        {
            Count(state, steps);
        }
    }

    /// <summary>Brings a step into a state.</summary>
    /// <param name="kind">Kind of journal record.</param>
    /// <param name="step">Step.</param>
    /// <param name="before">Its row so far; null when it has none.</param>
    /// <param name="change">The new row, without run, step and time.</param>
    /// <param name="details">Further details for the journal.</param>
    /// <param name="cancellationToken">Cancels the wait for the store.</param>
    public async Task<StepRow> MoveAsync(JournalKind kind, PlanStep step, StepRow? before, StepChangeOf change, JsonObject? details, CancellationToken cancellationToken)
    {
        if (!StepTransitions.IsValid(before?.State, change.State))
        {
            throw new InvalidOperationException($"Step '{step.Id}' of run '{runId}' cannot go from {before?.State.ToString() ?? "untouched"} to {change.State}.");
        }

        var row = new StepRow
        {
            RunId = runId,
            StepId = step.Id,
            State = change.State,
            Attempt = change.Attempt ?? before?.Attempt ?? 0,
            TargetId = change.ClearsTarget ? null : change.TargetId ?? before?.TargetId,
            Reason = change.Reason,
            Message = change.Message,
            Since = time.GetUtcNow(),
            IntendedAt = change.State == StepState.Intended ? time.GetUtcNow() : before?.IntendedAt,
            HandoffId = change.HandoffId ?? before?.HandoffId,
        };
        var payload = details ?? [];
        payload["state"] = row.State.ToString();
        payload["attempt"] = row.Attempt;
        AddText(payload, "target", row.TargetId);
        AddText(payload, "reason", row.Reason);
        AddText(payload, "message", row.Message);
        var changes = new List<StoreChange> { new StoreChange.SetStep(row) };
        if (StepTransitions.IsSuccess(row.State))
        {
            changes.AddRange(IdMapChanges.Of(step, row.TargetId, runId));
        }

        if (row.State == StepState.Declined && (step.Entity == EntityKind.Partner ? step.Source : step.Partner) is { } partner)
        {
            var declined = new DeclinedPartner(runId, null, row.Since);
            changes.Add(new StoreChange.SetDocument(DeclinedPartner.Kind, partner, JsonSerializer.Serialize(declined, HandoffJson.Default.DeclinedPartner)));
        }

        await store.AppendAsync(epoch, new JournalRecord(kind, runId, step.Id, payload), changes, cancellationToken);

        // What was written is read back before it counts, as in snapshots. From here on nothing is cancelled: a call may follow.
        await RunAudit.RequireStoredAsync(store, step, row, changes);
        Count(before?.State, -1);
        Count(row.State, 1);
        return row;
    }

    public Task WriteAsync(JournalKind kind, JsonObject payload, IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken) =>
        store.AppendAsync(epoch, new JournalRecord(kind, runId, null, payload), changes, cancellationToken);

    private void Count(StepState? state, long steps)
    {
        if (state is StepState.Waiting or StepState.NeedsHuman)
        {
            Interlocked.Add(ref waiting, steps);
        }
        else if (state is { } known && StepTransitions.IsFinal(known))
        {
            Interlocked.Add(ref done, steps);
        }
    }

    private static void AddText(JsonObject payload, string name, string? value)
    {
        if (value is not null)
        {
            payload[name] = value;
        }
    }
}
