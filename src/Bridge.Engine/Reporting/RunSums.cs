using Bridge.Engine.Planning;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting;

/// <summary>Both sums of a run, counted from its stored outcomes and step states.</summary>
public sealed record RunSums
{
    /// <summary>The conservation rule per entity.</summary>
    public required ValueList<EntityTotals> Entities { get; init; }

    /// <summary>Planned = done + waiting + declined + failed + unknown + cancelled + not started.</summary>
    public required StepSums Steps { get; init; }

    /// <summary>Reasons of skipped, blocked and manual records, as <c>entity outcome reason</c>.</summary>
    public required ValueList<NamedCount> Reasons { get; init; }

    /// <summary>Records that wait, by who is to act.</summary>
    public required ValueList<NamedCount> Owners { get; init; }

    /// <summary>True when nothing is waiting, unknown or not started.</summary>
    public bool Settled() => Steps is { Waiting: 0, Unknown: 0, NotStarted: 0 };
}
