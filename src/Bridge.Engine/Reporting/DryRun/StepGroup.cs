using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.DryRun;

/// <summary>Steps that do the same thing in the same way.</summary>
public sealed record StepGroup
{
    /// <summary>Kind of step as plan and approval name it.</summary>
    public required string Kind { get; init; }

    /// <summary>What they do, in words.</summary>
    public required string Action { get; init; }

    /// <summary>How they reach the target.</summary>
    public required StepChannel Channel { get; init; }

    /// <summary>What rollback can do.</summary>
    public required Reversibility Reversibility { get; init; }

    /// <summary>How rollback undoes them; null when nothing does.</summary>
    public string? Inverse { get; init; }

    /// <summary>What partners notice; null when nothing.</summary>
    public string? SideEffect { get; init; }

    /// <summary>Whether the target mails the partner; null when the plan does not say.</summary>
    public PartnerMail? Mail { get; init; }

    /// <summary>Number of steps.</summary>
    public required long Count { get; init; }

    /// <summary>The first of them.</summary>
    public ValueList<RecordName> Examples { get; init; } = [];
}
