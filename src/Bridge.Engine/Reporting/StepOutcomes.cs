using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting;

/// <summary>
/// What a source record counts as, seen from the state of its step: done counts as planned (a create that found the object
/// there already, as adopted), refused as blocked, open as manual. Pure.
/// </summary>
public static class StepOutcomes
{
    /// <summary>The outcome of a step's source record.</summary>
    /// <param name="step">A step that decides about a record.</param>
    /// <param name="row">Its state; null when the run has not touched it.</param>
    /// <param name="holdUp">A step before it that is not done; null when there is none or it is not known.</param>
    /// <exception cref="ArgumentException">The step decides about no record.</exception>
    public static RecordOutcome Of(PlanStep step, StepRow? row, StepRow? holdUp)
    {
        if (step is not { Source: { } source, Counts: { } counts })
        {
            throw new ArgumentException($"Step '{step.Id}' supports others and decides about no record.", nameof(step));
        }

        var outcome = new RecordOutcome
        {
            Entity = step.Entity,
            Source = source,
            Outcome = counts,
            Step = step.Id,
            TargetId = row?.TargetId ?? (step as AdoptObject)?.TargetId,
        };
        return row?.State switch
        {
            StepState.Applied => outcome,
            StepState.Adopted => outcome with { Outcome = counts == Outcome.Created ? Outcome.Adopted : counts },
            StepState.Declined => Blocked(outcome, row, "PartnerDeclined", "The partner refused."),
            StepState.Failed => Blocked(outcome, row, "Failed", "The target did not take it."),
            StepState.Conflict => Blocked(outcome, row, "TargetDiffers", "The target is not as the plan expects; nothing was overwritten."),
            StepState.Blocked => Blocked(outcome, row, "EarlierStepFailed", "A step that it depends on did not succeed."),
            StepState.Cancelled => Blocked(outcome, row, RunCancellation.Reason, "The run was cancelled before it."),
            StepState.Waiting => Manual(outcome, row, "Waiting", "It waits for a person or the partner.", OwnerOf(step.Channel, row)),
            StepState.NeedsHuman => Manual(outcome, row, "NeedsDecision", "A person has to say what happened.", TaskOwner.Reviewer),
            StepState.Unknown => Manual(outcome, row, "OutcomeUnknown", "Nobody can tell yet whether it happened; the run looks again.", TaskOwner.Bridge),
            StepState.Intended => Manual(outcome, row, "InFlight", "The run stopped while it was sent; resuming looks whether it happened.", TaskOwner.Bridge),
            _ => NotStarted(outcome, step, row, holdUp),
        };
    }

    /// <summary>Who has to act on a step that waits.</summary>
    public static TaskOwner OwnerOf(StepChannel channel, StepRow row) => row.State switch
    {
        StepState.NeedsHuman => TaskOwner.Reviewer,
        StepState.Waiting when row.Reason == TemplateTrials.Waits => TaskOwner.Bridge,
        StepState.Waiting when row.Reason?.Contains("Partner", StringComparison.Ordinal) == true => TaskOwner.Partner,
        StepState.Waiting when row.HandoffId is not null || channel is StepChannel.FilePack or StepChannel.WorkItem => TaskOwner.Operator,
        StepState.Waiting => TaskOwner.Partner,
        _ => TaskOwner.Bridge,
    };

    private static RecordOutcome Blocked(RecordOutcome outcome, StepRow row, string reason, string message) =>
        outcome with { Outcome = Outcome.Blocked, Reason = row.Reason ?? reason, Message = row.Message ?? message };

    private static RecordOutcome Manual(RecordOutcome outcome, StepRow? row, string reason, string message, TaskOwner owner) =>
        outcome with { Outcome = Outcome.Manual, Reason = row?.Reason ?? reason, Message = row?.Message ?? message, Owner = owner };

    private static RecordOutcome NotStarted(RecordOutcome outcome, PlanStep step, StepRow? row, StepRow? holdUp) => holdUp is null
        ? Manual(outcome, row, row is null ? "NotStarted" : "NotApplied", "It was not sent yet; the run goes on when it is resumed.", TaskOwner.Bridge)
        : Manual(outcome, row, "AwaitsEarlierStep", $"It comes after step '{holdUp.StepId}', which is not done.", OwnerOf(step.Channel, holdUp));
}
