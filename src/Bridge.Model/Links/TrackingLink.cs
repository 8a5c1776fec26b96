using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Model.Links;

/// <summary>A partner's tracking link: the typed view of one record. Links rest as record bytes.</summary>
public sealed record TrackingLink
{
    /// <summary>The rail's id, or a composed one. Unique in a snapshot.</summary>
    public required TrackingLinkId Id { get; init; }

    /// <summary>The partner that owns it.</summary>
    public required PartnerId Partner { get; init; }

    /// <summary>How it is made.</summary>
    public LinkKind Kind { get; init; }

    /// <summary>State.</summary>
    public LinkStatus Status { get; init; }

    /// <summary>Name; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The URL that visitors click; null when nobody knows it.</summary>
    public string? TrackingUrl { get; init; }

    /// <summary>Where it leads, decoded; null when it leads to the program's default page or the rail does not say.</summary>
    public string? Destination { get; init; }

    /// <summary>Path of a vanity link, without slash; null otherwise.</summary>
    public string? VanityPath { get; init; }

    /// <summary>Offer rule, creative or ad it belongs to, in the rail's word; null when it has none.</summary>
    public string? CreativeId { get; init; }

    /// <summary>Sub-ids, in link order.</summary>
    public ValueList<SubId> SubIds { get; init; } = [];

    /// <summary>Start; null when unknown.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    /// <summary>End; null when open.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>How the URL is known.</summary>
    public LinkEvidence Evidence { get; init; }

    /// <summary>What the rail's reports call it, within its partner; null when they use its id.</summary>
    public string? Reference { get; init; }

    /// <summary>File and line it was read from; null when it came from elsewhere. Plays no part in comparing.</summary>
    public string? SeenIn { get; init; }

    /// <summary>Page on which it was found; null when it was not found on a page. Plays no part in comparing.</summary>
    public string? SeenOn { get; init; }

    /// <summary>When it was seen; null when nobody says. Plays no part in comparing.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}
