using Bridge.Model.Collections;
using Bridge.Model.Links;

namespace Bridge.Engine.Mapping;

/// <summary>How a tracking link should look on the target.</summary>
public sealed record DesiredLink
{
    /// <summary>Regular, deep or vanity.</summary>
    public required LinkKind Kind { get; init; }

    /// <summary>Destination; null for the program's default page.</summary>
    public string? Destination { get; init; }

    /// <summary>Path of a vanity link; null otherwise.</summary>
    public string? VanityPath { get; init; }

    /// <summary>Sub-ids by the target's names.</summary>
    public ValueList<SubId> SubIds { get; init; } = [];
}
