using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Records of one kind that are skipped, blocked or manual for one reason.</summary>
public sealed record ReasonGroup
{
    /// <summary>Kind of record.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Skipped, blocked or manual.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Code of the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>The reason in one sentence, as the first record says it.</summary>
    public required string Message { get; init; }

    /// <summary>Number of records.</summary>
    public required long Count { get; init; }

    /// <summary>The first of them.</summary>
    public ValueList<RecordName> Examples { get; init; } = [];

    /// <summary>True when two sides claim one thing: two rows of the source, two owners of a code, several candidates for a partner.</summary>
    public bool IsConflict() =>
        Reason.Contains("Conflict", StringComparison.Ordinal) || Reason.Contains("Ambiguous", StringComparison.Ordinal) || Reason.Contains("OwnedByOther", StringComparison.Ordinal);
}
