using System.Text.Json.Nodes;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Execution;

/// <summary>
/// Brings one step to the target by a call, in the order of section 3.3 of the reliability contract: look, permit, durable
/// intent, gate, one call, outcome. The only place that catches a <see cref="RailException"/> of a write; nothing below it
/// tries twice.
/// </summary>
/// <param name="run">Run.</param>
internal sealed class CallRunner(RunContext run)
{
    private static readonly TimeSpan SendDeadline = TimeSpan.FromMinutes(5);
    private readonly ApiCalls calls = new(run);

    /// <summary>Attempts the step once.</summary>
    /// <param name="step">The step with resolved references.</param>
    /// <param name="before">Its row so far.</param>
    /// <param name="cancellationToken">Stops before the intent; a call in flight is always finished.</param>
    public async Task RunAsync(PlanStep step, StepRow? before, CancellationToken cancellationToken)
    {
        var call = step.Match(calls);
        var guard = await call.Guard(cancellationToken);
        if (guard.Conflict is { } conflict)
        {
            await FailAsync(step, before, StepState.Conflict, "TargetChanged", conflict, cancellationToken);
            return;
        }

        if (guard.IsDone)
        {
            await TakeAsDoneAsync(step, before, call, guard, cancellationToken);
            return;
        }

        var budget = run.Target.Port<IWriteBudget>() ?? throw new InvalidOperationException($"{run.Target.Descriptor.DisplayName} writes and has no write budget.");
        using var grant = await budget.AcquireAsync(cancellationToken);
        var attempt = (before?.Attempt ?? 0) + 1;
        var intent = new WriteIntent(OperationIds.Of(run.Plan.Hash, step.Id), attempt, run.Journal.Epoch.Value);
        var details = new JsonObject { ["operation"] = intent.OperationId, ["class"] = step.Class.ToString(), ["kind"] = StepNames.Of(step) };
        var intended = await run.Journal.MoveAsync(
            JournalKind.Intended, step, before, new StepChangeOf(StepState.Intended) { Attempt = attempt }, details, cancellationToken);
        run.Gate.Open(intent, SendDeadline);
        Interlocked.Increment(ref run.Calls);
        try
        {
            // From here on the call is finished whatever happens: a cancelled call would be an unknown one.
            var receipt = await call.Send(new WriteContext(intent, grant), CancellationToken.None);
            var change = new StepChangeOf(StepState.Applied) { TargetId = receipt.NativeId ?? receipt.Url ?? call.TargetId };
            await run.Journal.MoveAsync(JournalKind.Applied, step, intended, change, new JsonObject { ["response"] = receipt.ResponseHash }, CancellationToken.None);
        }
        catch (WriteRefusedException refused)
        {
            await NotAppliedAsync(step, intended, "NotSent", refused.Message);
        }
        catch (RailException error)
        {
            await ClassifyAsync(step, intended, error);
        }
        finally
        {
            run.Gate.Close(intent);
        }
    }

    /// <summary>Records that a step cannot be done, and counts it.</summary>
    public async Task FailAsync(PlanStep step, StepRow? before, StepState state, string reason, string message, CancellationToken cancellationToken)
    {
        await run.Journal.MoveAsync(JournalKind.Failed, step, before, new StepChangeOf(state) { Reason = reason, Message = message }, null, cancellationToken);
        run.Failures.Count();
    }

    private Task TakeAsDoneAsync(PlanStep step, StepRow? before, ApiCall call, GuardAnswer guard, CancellationToken cancellationToken)
    {
        // What is created although somebody else made it first is adopted: a rollback must not remove it.
        var created = call.Verb == WriteVerb.Create;
        var change = new StepChangeOf(created ? StepState.Adopted : StepState.Applied)
        {
            TargetId = guard.TargetId,
            Reason = "AlreadyThere",
            Message = created ? "An equal object was on the target already; it was taken over." : "The target was as wanted already; nothing was sent.",
        };
        return run.Journal.MoveAsync(JournalKind.Observed, step, before, change, null, cancellationToken);
    }

    private async Task ClassifyAsync(PlanStep step, StepRow intended, RailException error)
    {
        switch (error)
        {
            case RailOutcomeUnknownException:
                await run.Journal.MoveAsync(JournalKind.Unknown, step, intended, new StepChangeOf(StepState.Unknown) { Reason = "OutcomeUnknown", Message = error.Message }, null, CancellationToken.None);
                break;
            case RailRateLimitedException:
            case RailUnavailableException when intended.Attempt < run.Options.MaxAttempts:
                await NotAppliedAsync(step, intended, error.GetType().Name, error.Message);
                break;
            case RailAuthenticationException:
                await NotAppliedAsync(step, intended, "CredentialsRefused", error.Message);
                throw new RunStoppedException("CredentialsRefused", $"{error.Message} Nothing more is sent until the credentials work; then resume the run.");
            case RailConflictException:
                await FailAsync(step, intended, StepState.Conflict, "AlreadyDecided", error.Message, CancellationToken.None);
                break;
            default:
                await FailAsync(step, intended, StepState.Failed, ReasonOf(error), error.Message, CancellationToken.None);
                break;
        }
    }

    private Task NotAppliedAsync(PlanStep step, StepRow intended, string reason, string message) =>
        run.Journal.MoveAsync(JournalKind.NotApplied, step, intended, new StepChangeOf(StepState.NotApplied) { Reason = reason, Message = message }, null, CancellationToken.None);

    private static string ReasonOf(RailException error) => error switch
    {
        RailRejectedException => "RailRejected",
        RailNotFoundException => "NotFoundOnTarget",
        RailUnavailableException => "RailUnavailable",
        RailContractException => "RailAnsweredOddly",
        _ => "RailFailed",
    };
}
