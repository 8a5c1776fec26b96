using Bridge.Engine.Approval;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Execution;

/// <summary>Everything that a run needs.</summary>
public sealed record ExecutionInputs
{
    /// <summary>The plan, its bytes checked.</summary>
    public required IPlanSource Plan { get; init; }

    /// <summary>The approval, checked by the gate again before the first call.</summary>
    public required PlanApproval Approval { get; init; }

    /// <summary>Target, opened with <see cref="Gate"/> as its write gate.</summary>
    public required IRail Target { get; init; }

    /// <summary>Gate before the target's socket.</summary>
    public required JournalWriteGate Gate { get; init; }

    /// <summary>Run store.</summary>
    public required IRunStore Store { get; init; }

    /// <summary>Ownership of the migration.</summary>
    public required OwnerEpoch Epoch { get; init; }

    /// <summary>Where files and tasks go.</summary>
    public required IOutbox Outbox { get; init; }

    /// <summary>Run to go on with, or the id of a new one.</summary>
    public required string RunId { get; init; }

    /// <summary>Options.</summary>
    public ExecutionOptions Options { get; init; } = new();

    /// <summary>Steps that the run is limited to, with everything they depend on; null for all. At their end the run stops with <see cref="Canaries.CanaryWave.Done"/>.</summary>
    public IReadOnlySet<string>? Scope { get; init; }

    /// <summary>What must hold before the first change, asked in order at every start and resume.</summary>
    public IReadOnlyList<IWritePrecondition> Preconditions { get; init; } = [];

    /// <summary>Called after each look while people or partners are next; null for nothing. The demo lets its simulated people act here.</summary>
    public Func<CancellationToken, Task>? Meanwhile { get; init; }
}
