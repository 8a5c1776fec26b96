using Bridge.Model.Collections;
using Bridge.Model.Links;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>A tracking link to be made.</summary>
public sealed record TrackingLinkDraft
{
    /// <summary>Owner.</summary>
    public required TargetRef Partner { get; init; }

    /// <summary>Regular, deep or vanity.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>Destination; null for the program's default page.</summary>
    public string? Destination { get; init; }

    /// <summary>Path of a vanity link; null otherwise.</summary>
    public string? VanityPath { get; init; }

    /// <summary>Sub-ids by the target's names.</summary>
    public ValueList<SubId> SubIds { get; init; } = [];
}
