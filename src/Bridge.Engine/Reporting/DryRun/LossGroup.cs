using Bridge.Model.Collections;
using Bridge.Model.Findings;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Losses of one code.</summary>
public sealed record LossGroup
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>The worst among them.</summary>
    public required Fidelity Fidelity { get; init; }

    /// <summary>What is lost and why, as the first record says it.</summary>
    public required string Message { get; init; }

    /// <summary>Number of losses.</summary>
    public required long Count { get; init; }

    /// <summary>The first records that lose it.</summary>
    public ValueList<RecordName> Examples { get; init; } = [];
}
