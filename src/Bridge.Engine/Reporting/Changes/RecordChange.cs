using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.Changes;

/// <summary>One line of a plan as a reviewer sees it: what happens to which record, by which way, and what it costs.</summary>
public sealed record RecordChange
{
    /// <summary>Kind of record or supporting object.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Source key; in a rollback that of the id map row. Null for a supporting step.</summary>
    public string? Source { get; init; }

    /// <summary>The record as people know it; null when it has no other name than its key.</summary>
    public string? Label { get; init; }

    /// <summary>Source key of the partner it belongs to, or the partner's reference on the target where the source is not known; null when it belongs to none.</summary>
    public string? Partner { get; init; }

    /// <summary>What the record counts as; null for a supporting step.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What is done, in words; null when nothing is.</summary>
    public string? Action { get; init; }

    /// <summary>How it reaches the target; null when nothing is done.</summary>
    public StepChannel? Channel { get; init; }

    /// <summary>What the rail offers after doubt; null as above.</summary>
    public OperationClass? Class { get; init; }

    /// <summary>What rollback can do; null as above.</summary>
    public Reversibility? Reversibility { get; init; }

    /// <summary>How rollback undoes it; null when nothing does.</summary>
    public string? Inverse { get; init; }

    /// <summary>What partners notice; null when nothing.</summary>
    public string? SideEffect { get; init; }

    /// <summary>Before and after of each field.</summary>
    public ValueList<FieldDifference> Changes { get; init; } = [];

    /// <summary>What the target cannot hold.</summary>
    public ValueList<Loss> Losses { get; init; } = [];

    /// <summary>Code of the reason why it is not moved; null when it is.</summary>
    public string? Reason { get; init; }

    /// <summary>That reason, or why the step is planned, in one sentence; null when there is nothing to say.</summary>
    public string? Message { get; init; }

    /// <summary>Object on the target; null when it is not known yet.</summary>
    public string? TargetId { get; init; }

    /// <summary>Step; null when there is none.</summary>
    public string? Step { get; init; }

    /// <summary>The view of a line; null for lines about no record (header, findings, totals).</summary>
    public static RecordChange? Of(PlanLine line) => line switch
    {
        StepLine { Step: var step } => Of(step),
        OutcomeLine outcome => Of(outcome),
        _ => null,
    };

    /// <summary>The view of a step.</summary>
    public static RecordChange Of(PlanStep step) => new()
    {
        Entity = step.Entity,
        Source = step.Source ?? step.Row,
        Label = StepSubject.LabelOf(step),
        Partner = StepSubject.PartnerOf(step),
        Outcome = step.Counts,
        Action = Wording.StepText.Of(step),
        Channel = step.Channel,
        Class = step.Class,
        Reversibility = step.Reversibility,
        Inverse = step.Inverse,
        SideEffect = step.SideEffect,
        Changes = StepChanges.Of(step),
        Losses = step.Losses,
        Message = step.Why,
        TargetId = StepSubject.TargetOf(step),
        Step = step.Id,
    };

    private static RecordChange Of(OutcomeLine outcome) => new()
    {
        Entity = outcome.Entity,
        Source = outcome.Source,
        Label = outcome.Label,
        Partner = outcome.Partner ?? (outcome.Entity == EntityKind.Partner ? outcome.Source : null),
        Outcome = outcome.Outcome,
        Reason = outcome.Reason,
        Message = outcome.Message,
        TargetId = outcome.TargetId,
    };
}
