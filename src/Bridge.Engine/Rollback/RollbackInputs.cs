using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Rollback;

/// <summary>What a rollback plan is made from: what happened, not what was meant.</summary>
public sealed record RollbackInputs
{
    /// <summary>Plan of the run.</summary>
    public required IPlanSource Plan { get; init; }

    /// <summary>Run to take back.</summary>
    public required string RunId { get; init; }

    /// <summary>State of a step in that run, from the journal's fold; null when the run has not touched it.</summary>
    public required Func<string, CancellationToken, Task<StepRow?>> FindStep { get; init; }

    /// <summary>Number of the last journal record that was read.</summary>
    public required long JournalHead { get; init; }

    /// <summary>Target rail.</summary>
    public required RailDescriptor TargetRail { get; init; }
}
