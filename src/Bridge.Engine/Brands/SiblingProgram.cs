using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Partners;

namespace Bridge.Engine.Brands;

/// <summary>Another program of the brand on the same target account, open for reading.</summary>
public sealed record SiblingProgram
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>True when a partner has the same id on the sources of both programs.</summary>
    public required bool SameIds { get; init; }

    /// <summary>Its run state.</summary>
    public required IRunStore Runs { get; init; }

    /// <summary>Plan of a run that may still go on; null for a run that may not.</summary>
    public required Func<RunRow, CancellationToken, Task<IPlanSource?>> OpenPlan { get; init; }

    /// <summary>Partners of its newest source snapshot.</summary>
    public required Func<CancellationToken, IAsyncEnumerable<Partner>> Partners { get; init; }
}
