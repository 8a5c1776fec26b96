using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting;

/// <summary>What one source record ended as in a run: one line of the stored list of outcomes.</summary>
public sealed record RecordOutcome
{
    /// <summary>Kind of record.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Source key.</summary>
    public required string Source { get; init; }

    /// <summary>Outcome.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Stable code of the reason; null when it came out as planned.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in one sentence, free of personal values; null as above.</summary>
    public string? Message { get; init; }

    /// <summary>Who is to act; null unless the outcome is manual.</summary>
    public TaskOwner? Owner { get; init; }

    /// <summary>Step that decided; null when none was planned.</summary>
    public string? Step { get; init; }

    /// <summary>Object on the target (native id, or tracking URL of a link); null when there is none.</summary>
    public string? TargetId { get; init; }
}
