using Bridge.Engine.Approval;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Execution;

/// <summary>A run that asks whether it may write: what <see cref="IWritePrecondition"/> looks at.</summary>
public sealed record WriteRequest
{
    /// <summary>The plan, its bytes checked.</summary>
    public required IPlanSource Plan { get; init; }

    /// <summary>The approval, checked by the gate.</summary>
    public required PlanApproval Approval { get; init; }

    /// <summary>Target, opened for writing; its identity can be read from it.</summary>
    public required IRail Target { get; init; }

    /// <summary>Run store: what this installation has written and proved before.</summary>
    public required IRunStore Store { get; init; }

    /// <summary>The run that goes on; null for one that starts.</summary>
    public RunRow? Run { get; init; }

    /// <summary>Options of the run: what the person typed.</summary>
    public required ExecutionOptions Options { get; init; }

    /// <summary>Clock.</summary>
    public required TimeProvider Time { get; init; }
}
