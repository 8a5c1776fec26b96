using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Rollback;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>One record or supporting step of a run, as the JSON report lists it.</summary>
public sealed record RunRecord
{
    /// <summary>Kind of record or supporting object.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Source key; null for a supporting step.</summary>
    public string? Source { get; init; }

    /// <summary>The record as people know it; null when it has no other name than its key.</summary>
    public string? Label { get; init; }

    /// <summary>Source key of its partner; null when it has none.</summary>
    public string? Partner { get; init; }

    /// <summary>What the record counts as; null for a supporting step.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>Code of the reason, or of the evidence of a step that is done; null when there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>The same in one sentence; null as above.</summary>
    public string? Message { get; init; }

    /// <summary>Who is to act; null unless the outcome is manual.</summary>
    public TaskOwner? Owner { get; init; }

    /// <summary>What is done, in words; null when no step was planned.</summary>
    public string? Action { get; init; }

    /// <summary>How; null as above.</summary>
    public StepChannel? Channel { get; init; }

    /// <summary>Where the step stands; null when none was planned or the run has not touched it.</summary>
    public StepState? State { get; init; }

    /// <summary>Attempts; null as above.</summary>
    public int? Attempt { get; init; }

    /// <summary>When it came there; null as above.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Object on the target; null when there is none.</summary>
    public string? TargetId { get; init; }

    /// <summary>File or task it waits for, or waited for; null when there was none.</summary>
    public string? HandoffId { get; init; }

    /// <summary>Final class in a rollback; null otherwise.</summary>
    public RollbackClass? Rollback { get; init; }

    /// <summary>Step; null when none was planned.</summary>
    public string? Step { get; init; }
}
