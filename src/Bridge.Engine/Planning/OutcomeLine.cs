using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>The outcome of a source record that needs no step: unchanged, skipped, blocked or manual.</summary>
public sealed record OutcomeLine : PlanLine
{
    /// <summary>Kind of record.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Source key.</summary>
    public required string Source { get; init; }

    /// <summary>The record as people know it (account name, offer, code text); null when there is no other name than the key. Never personal.</summary>
    public string? Label { get; init; }

    /// <summary>Source key of the partner that the record belongs to; null when it belongs to none.</summary>
    public string? Partner { get; init; }

    /// <summary>Outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Stable code of the reason; null for unchanged.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in one sentence; for manual outcomes it names who is to act. Null for unchanged.</summary>
    public string? Message { get; init; }

    /// <summary>Object on the target; null when there is none.</summary>
    public string? TargetId { get; init; }

    /// <summary>True for a link whose URL an earlier run computed; null for everything else.</summary>
    public bool? Computed { get; init; }
}
