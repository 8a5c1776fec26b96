using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Rollback;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>Applied steps that ended in one class of a rollback in the same way.</summary>
public sealed record RollbackGroup
{
    /// <summary>Class.</summary>
    public required RollbackClass Class { get; init; }

    /// <summary>What was done to take them back, in words.</summary>
    public required string Action { get; init; }

    /// <summary>What remains and what a person can do, or why it was kept or failed; null when nothing remains.</summary>
    public string? Remains { get; init; }

    /// <summary>Number of steps.</summary>
    public required long Count { get; init; }

    /// <summary>The first of them.</summary>
    public ValueList<RecordName> Examples { get; init; } = [];
}
