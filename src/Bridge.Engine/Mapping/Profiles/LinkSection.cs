using Bridge.Model.Links;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How tracking links look on the target.</summary>
public sealed record LinkSection
{
    /// <summary>What becomes of each kind; a kind that is not listed stays behind.</summary>
    public required IReadOnlyDictionary<LinkKind, LinkTreatment> Kinds { get; init; }

    /// <summary>Scheme that a destination without one gets.</summary>
    public required string Scheme { get; init; }

    /// <summary>What becomes of a link without destination.</summary>
    public required MissingDestination WithoutDestination { get; init; }

    /// <summary>Hosts of destinations that have moved: new by old, lower case.</summary>
    public required IReadOnlyDictionary<string, string> Hosts { get; init; }

    /// <summary>Query parameters of the source rail that are taken out of destinations, letter case ignored.</summary>
    public required IReadOnlySet<string> DropParameters { get; init; }

    /// <summary>How new links come to their URLs.</summary>
    public required NewUrlWay NewUrls { get; init; }

    /// <summary>Placeholders in sub-ids and destinations.</summary>
    public required MacroTable Macros { get; init; }

    /// <summary>Sub-ids.</summary>
    public required SubIdSection SubIds { get; init; }
}
