using Bridge.Model.Contracts;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;

namespace Bridge.Engine.Mapping.Profiles;

/// <summary>What moves. Everything that it leaves out is counted as skipped, with its reason.</summary>
public sealed record ScopeSection
{
    /// <summary>States of partners that move.</summary>
    public required IReadOnlySet<PartnerStatus> PartnerStatuses { get; init; }

    /// <summary>Kinds of partner that stay.</summary>
    public required IReadOnlySet<PartnerKind> ExcludedKinds { get; init; }

    /// <summary>Source groups, by name or id, whose partners stay.</summary>
    public required IReadOnlySet<string> ExcludedGroups { get; init; }

    /// <summary>Source ids of partners that stay.</summary>
    public required IReadOnlySet<string> ExcludedPartners { get; init; }

    /// <summary>States of contracts that move.</summary>
    public required IReadOnlySet<ContractStatus> ContractStatuses { get; init; }

    /// <summary>Source templates whose contracts stay.</summary>
    public required IReadOnlySet<string> ExcludedTemplates { get; init; }

    /// <summary>States of links that move.</summary>
    public required IReadOnlySet<LinkStatus> LinkStatuses { get; init; }

    /// <summary>States of promo codes that move.</summary>
    public required IReadOnlySet<PromoCodeStatus> PromoCodeStatuses { get; init; }
}
