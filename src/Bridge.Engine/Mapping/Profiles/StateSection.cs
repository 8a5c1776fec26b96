using Bridge.Model.Contracts;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>How states of the source are to be read before the scope looks at them: by the rail's own word first, then by the canonical one.</summary>
public sealed record StateSection
{
    /// <summary>States of partners by word.</summary>
    public required IReadOnlyDictionary<string, PartnerStatus> Partners { get; init; }

    /// <summary>States of contracts by word.</summary>
    public required IReadOnlyDictionary<string, ContractStatus> Contracts { get; init; }

    /// <summary>States of links by canonical word.</summary>
    public required IReadOnlyDictionary<string, LinkStatus> Links { get; init; }

    /// <summary>States of promo codes by canonical word.</summary>
    public required IReadOnlyDictionary<string, PromoCodeStatus> PromoCodes { get; init; }
}
