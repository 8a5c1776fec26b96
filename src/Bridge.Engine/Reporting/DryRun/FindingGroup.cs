using Bridge.Model.Collections;
using Bridge.Model.Findings;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Findings of one code and weight.</summary>
public sealed record FindingGroup
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Weight.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Number of findings.</summary>
    public required long Count { get; init; }

    /// <summary>The first of them in full.</summary>
    public required ValueList<Finding> Examples { get; init; }
}
