using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;
using Bridge.Model.Programs;

namespace Bridge.Engine.Links;

/// <summary>What an old-to-new table is made from.</summary>
public sealed record LinkTableSource
{
    /// <summary>The plan that moves the links.</summary>
    public required IPlanSource Plan { get; init; }

    /// <summary>The source snapshot that it was made from.</summary>
    public required ISnapshot Snapshot { get; init; }

    /// <summary>The program on the target.</summary>
    public required Program Target { get; init; }

    /// <summary>True when the target lists its links, so that reading it again shows them.</summary>
    public required bool TargetListsLinks { get; init; }

    /// <summary>State of a step in the run of the plan; answers null before there is one.</summary>
    public required Func<string, CancellationToken, Task<StepRow?>> FindStep { get; init; }

    /// <summary>The id map.</summary>
    public required Func<EntityKind, CancellationToken, IAsyncEnumerable<IdMapRow>> ReadIdMap { get; init; }
}
