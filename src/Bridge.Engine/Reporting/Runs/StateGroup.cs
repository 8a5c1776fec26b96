using Bridge.Engine.Execution;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Model.Collections;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>Steps that do the same, stand at the same place and for the same reason.</summary>
public sealed record StateGroup
{
    /// <summary>Where they stand; null for steps that the run has not touched.</summary>
    public StepState? State { get; init; }

    /// <summary>What they do, in words.</summary>
    public required string Action { get; init; }

    /// <summary>How they reach the target.</summary>
    public required StepChannel Channel { get; init; }

    /// <summary>Code of the reason; null when there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in one sentence, as the first step says it; null when there is none.</summary>
    public string? Message { get; init; }

    /// <summary>Who is to act; null for steps that are at their end.</summary>
    public TaskOwner? Owner { get; init; }

    /// <summary>Number of steps.</summary>
    public required long Count { get; init; }

    /// <summary>When the first of them came there; null for untouched ones.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Files and tasks that they wait for; the first few.</summary>
    public ValueList<string> Handoffs { get; init; } = [];

    /// <summary>The first of them.</summary>
    public ValueList<RecordName> Examples { get; init; } = [];
}
