using Bridge.Model.Collections;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Mapping;

/// <summary>How a partner should look on the target.</summary>
public sealed record DesiredPartner
{
    /// <summary>Account name.</summary>
    public required string Name { get; init; }

    /// <summary>Main site with scheme; null when unknown.</summary>
    public string? Website { get; init; }

    /// <summary>Person to write to; null when unknown.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Address; null when unknown.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Main promotion method in the target's word; null when unknown.</summary>
    public string? PromotionMethod { get; init; }

    /// <summary>Account currency; null for the program's.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Names of groups on the target beyond those that the partner's own groups map to.</summary>
    public ValueList<string> GroupNames { get; init; } = [];

    /// <summary>Reference values by the target's scheme; the first is the natural key.</summary>
    public ValueList<ExternalReference> References { get; init; } = [];

    /// <summary>The way in when the partner is not on the target yet: the first of the profile's ways that its facts allow.</summary>
    public required PartnerEntry Entry { get; init; }
}
