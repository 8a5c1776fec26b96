using Bridge.Model.Collections;
using Bridge.Model.Links;

namespace Bridge.Engine.Links;

/// <summary>One old link and what stands in its place: a row of the old-to-new table.</summary>
public sealed record LinkTableRow
{
    /// <summary>The old link.</summary>
    public required TrackingLink Old { get; init; }

    /// <summary>Name of the partner; null when the plan does not name it.</summary>
    public string? PartnerName { get; init; }

    /// <summary>The partner's id on the target; null when it has none yet.</summary>
    public string? TargetPartner { get; init; }

    /// <summary>Orders that came through the old link; null when the snapshot holds no conversions.</summary>
    public OrderShare? Orders { get; init; }

    /// <summary>These orders as a fraction of the program's; null when there are none.</summary>
    public decimal? Share { get; init; }

    /// <summary>Where the new link stands.</summary>
    public required LinkState State { get; init; }

    /// <summary>Stable code of the reason; null when it is on its way or made.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in one sentence; null as above.</summary>
    public string? Note { get; init; }

    /// <summary>The new URL; null when there is none.</summary>
    public string? NewUrl { get; init; }

    /// <summary>How that is known.</summary>
    public NewUrlEvidence NewUrlEvidence { get; init; }

    /// <summary>What the proof of the new link rests on.</summary>
    public LinkVerification Verification { get; init; }

    /// <summary>Where the new link leads; null for the program's default page, or when there is none.</summary>
    public string? NewDestination { get; init; }

    /// <summary>True when the target permits the host that the link leads to; null when it leads to no host of its own.</summary>
    public bool? HostPermitted { get; init; }

    /// <summary>Sub-ids in the target's names and macros; empty when there is no new link.</summary>
    public ValueList<SubId> NewSubIds { get; init; } = [];
}
