using Bridge.Model.Collections;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How partners look on the target and how they get there.</summary>
public sealed record PartnerSection
{
    /// <summary>Scheme that a site without one gets.</summary>
    public required string WebsiteScheme { get; init; }

    /// <summary>Ids to keep on the target; the first is the natural key.</summary>
    public required ValueList<ReferenceRule> References { get; init; }

    /// <summary>Groups.</summary>
    public required GroupSection Groups { get; init; }

    /// <summary>Promotion method.</summary>
    public required PromotionMethodSection PromotionMethod { get; init; }

    /// <summary>Ways in: the first whose needs are met is taken.</summary>
    public required ValueList<EntryWay> Entry { get; init; }
}
