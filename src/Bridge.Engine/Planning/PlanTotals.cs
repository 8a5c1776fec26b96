using Bridge.Model.Collections;

namespace Bridge.Engine.Planning;

/// <summary>Sums of a plan; its last line.</summary>
public sealed record PlanTotals : PlanLine
{
    /// <summary>Number of steps.</summary>
    public required long Steps { get; init; }

    /// <summary>The conservation rule per entity.</summary>
    public required ValueList<EntityTotals> Entities { get; init; }

    /// <summary>Steps by kind.</summary>
    public required ValueList<NamedCount> Kinds { get; init; }

    /// <summary>Steps by channel.</summary>
    public required ValueList<NamedCount> Channels { get; init; }

    /// <summary>Steps by reversibility class.</summary>
    public required ValueList<NamedCount> Reversibility { get; init; }

    /// <summary>Irreversible steps by kind: an approval accepts each kind by name.</summary>
    public required ValueList<NamedCount> Irreversible { get; init; }

    /// <summary>Notifications that partners will get, by kind of step.</summary>
    public required ValueList<NamedCount> Notifications { get; init; }

    /// <summary>Losses by code.</summary>
    public required ValueList<NamedCount> Losses { get; init; }

    /// <summary>Those of the losses that an approval must accept by name; the profile lets the others go. Null in plans that do not say: all of them.</summary>
    public ValueList<NamedCount>? LossesToAccept { get; init; }

    /// <summary>Templates that partners of the plan need, in order of their keys: which are proved, and who proves the others. Null when the plan needs none, and in plans that do not say.</summary>
    public ValueList<PlannedTemplate>? Templates { get; init; }

    /// <summary>Reasons of skipped, blocked and manual records, as <c>entity outcome reason</c>.</summary>
    public required ValueList<NamedCount> Reasons { get; init; }

    /// <summary>Findings by severity.</summary>
    public required ValueList<NamedCount> Findings { get; init; }

    /// <summary>Mutating calls that an apply makes.</summary>
    public required long WriteCalls { get; init; }

    /// <summary>Calls that it makes to look before and after, at least.</summary>
    public required long ReadCalls { get; init; }

    /// <summary>Number of blocking findings: above zero, the plan cannot be approved.</summary>
    public long Blocking() => Findings.Where(count => count.Name == "blocking").Sum(count => count.Count);
}
