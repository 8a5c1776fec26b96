using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>
/// A partner in the network's own words. Source: Brand API v14, Partners (description read 2026-11-20). Confirmed by the
/// description: all names; seen in the vendor's samples: numbers as text, "" for missing values.
/// </summary>
internal sealed record WirePartner
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>May lack a scheme.</summary>
    public string? Website { get; init; }

    /// <summary>State of the account: ACTIVE, EXPIRED, PENDING, DECLINED, SUSPENDED, DEACTIVATED, CLOSING, CLOSED, NOT_APPLICABLE.</summary>
    public string? State { get; init; }

    /// <summary>DIRECT or MARKETPLACE.</summary>
    public string? PartnerType { get; init; }

    [JsonConverter(typeof(WireObject<WireAddress>))]
    public WireAddress? Address { get; init; }

    [JsonConverter(typeof(WireObject<WirePhone>))]
    public WirePhone? Phone { get; init; }

    public string? Currency { get; init; }

    [JsonConverter(typeof(WireObject<WireTax>))]
    public WireTax? IndirectTax { get; init; }

    public ValueList<WirePromotionalMethod> PromotionalMethods { get; set; } = [];

    public ValueList<WireProperty> Properties { get; set; } = [];

    public ValueList<WireParticipation> Programs { get; set; } = [];

    public ValueList<WireContact> Contacts { get; set; } = [];

    [JsonConverter(typeof(WireObject<WirePartnerValues>))]
    public WirePartnerValues? PartnerValues { get; init; }

    public string? DateCreated { get; init; }

    public string? DateLastUpdated { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }

    public override string ToString() => nameof(WirePartner);
}
