using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Execution;

/// <summary>
/// Settles steps of which nobody can tell whether they were applied (section 3.3, RESOLVE): waits the settle time, looks,
/// and decides by the class that the rail declares. Presence is trusted at once, absence only after the settle time.
/// </summary>
/// <param name="run">Run.</param>
/// <param name="handoffs">Asks a person what nobody else can tell.</param>
internal sealed class OutcomeResolver(RunContext run, HandoffWriter handoffs)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private readonly ApiCalls calls = new(run);

    /// <summary>Settle time of a resolved step: twice the time in which a call may still take effect and become visible.</summary>
    public TimeSpan SettleTime(PlanStep step)
    {
        var operation = run.Target.Descriptor.Capabilities.Operation(step.Entity, step.Match(calls).Verb, StepChannel.Api);
        return operation is null ? TimeSpan.FromMinutes(6) : (operation.EffectiveWithin + operation.VisibleWithin) * 2;
    }

    /// <summary>Settles a step whose time has come.</summary>
    /// <param name="step">The step with resolved references: what it is compared with on the target are ids.</param>
    /// <param name="row">Its row.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>True when its state changed.</returns>
    public async Task<bool> ResolveAsync(PlanStep step, StepRow row, CancellationToken cancellationToken)
    {
        if (run.Time.GetUtcNow() - row.Since < SettleTime(step))
        {
            return false;
        }

        var change = step.Class switch
        {
            OperationClass.Declarative or OperationClass.Unique or OperationClass.Key => Again(row, "The whole value is sent again; sending it twice changes nothing."),
            OperationClass.Probeable => await LookAsync(step, row, cancellationToken),
            _ => Ask("The rail cannot be asked whether this call was applied, so it is not sent again. Look in the portal and answer the question in the outbox."),
        };
        if (change.State == StepState.NeedsHuman)
        {
            await handoffs.AskAsync(step, row, OutcomeQuestion.Of(step), change, cancellationToken);
        }
        else
        {
            await run.Journal.MoveAsync(JournalKind.Observed, step, row, change, null, cancellationToken);
        }

        return true;
    }

    /// <summary>Takes the answer to a question, if there is one: the object, or that there is none and the call is sent again.</summary>
    /// <param name="step">The step with resolved references.</param>
    /// <param name="row">Its row.</param>
    /// <param name="cancellationToken">Stops the reading of the answer.</param>
    /// <returns>True when the state of the step changed.</returns>
    public async Task<bool> TakeAnswerAsync(PlanStep step, StepRow row, CancellationToken cancellationToken)
    {
        if (await run.Outbox.FindAnswerAsync(row.HandoffId!, cancellationToken) is not { } bytes
            || JsonSerializer.Deserialize(bytes, HandoffJson.Default.TaskAnswer) is not { } answer
            || OutcomeQuestion.Problem(OutcomeQuestion.ToolOf(step), answer.Value) is not null)
        {
            return false;
        }

        var change = answer.Value == OutcomeQuestion.Absent
            ? new StepChangeOf(StepState.NotApplied) { Reason = "Answered", Message = $"{answer.By} looked: it is not on the target." }
            : new StepChangeOf(StepState.Applied)
            {
                TargetId = answer.Value == OutcomeQuestion.Done ? step.Match(calls).TargetId : answer.Value,
                Reason = "Answered",
                Message = $"{answer.By} saw it on the target.",
            };
        var details = new JsonObject { ["task"] = row.HandoffId, ["answer"] = answer.Value, ["by"] = answer.By };
        await run.Journal.MoveAsync(JournalKind.Decided, step, row, change, details, cancellationToken);
        return true;
    }

    private static StepChangeOf Ask(string message) => new(StepState.NeedsHuman) { Reason = "OutcomeUnknown", Message = message };

    private StepChangeOf Again(StepRow row, string message) => row.Attempt < run.Options.MaxAttempts
        ? new StepChangeOf(StepState.NotApplied) { Reason = "Settled", Message = message }
        : Ask($"{row.Attempt} attempts ended in doubt.");

    private async Task<StepChangeOf> LookAsync(PlanStep step, StepRow row, CancellationToken cancellationToken)
    {
        var lookup = step.Match(calls).Lookup ?? throw new InvalidOperationException($"Step '{step.Id}' is probeable without a lookup.");
        var found = await lookup(cancellationToken);
        return found switch
        {
            [] => Again(row, "It is not on the target after the settle time: it was not applied."),
            [{ Equal: true } one] when IsOurs(one, row) => new StepChangeOf(StepState.Applied)
            {
                TargetId = one.NativeId,
                Reason = "FoundAfterDoubt",
                Message = "It is on the target with every value that was sent, and was not there before.",
            },
            [var one] => new StepChangeOf(StepState.Conflict) { Reason = "ForeignObject", Message = $"Object {one.NativeId} has the key but is not what was sent." },
            _ => Ask($"Several objects have the key: {string.Join(", ", found.Select(each => each.NativeId))}. One of them is a duplicate; nothing is removed without a person."),
        };
    }

    private static bool IsOurs(FoundObject found, StepRow row) =>
        found.CreatedAt is not { } created || row.IntendedAt is not { } intended || created >= intended - ClockSkew;
}
