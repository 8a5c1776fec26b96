using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>
/// A contract. Source: Brand API v14, Contracts (read 2026-11-20). Names of signatories are left in the raw page: Bridge
/// needs none of them.
/// </summary>
internal sealed record WireContract
{
    public string? Id { get; init; }

    public string? PartnerId { get; init; }

    /// <summary>The description lists ACTIVE and EXPIRED only; the filter knows DECLINED, PENDING and UPCOMING too.</summary>
    public string? Status { get; init; }

    public string? StartDate { get; init; }

    /// <summary>Empty while open-ended.</summary>
    public string? EndDate { get; init; }

    [JsonConverter(typeof(WireObject<WireTemplateTerms>))]
    public WireTemplateTerms? TemplateTerms { get; init; }

    public ValueList<WireScheduledTerm> ScheduledTerms { get; set; } = [];

    /// <summary>Only in the answer for a single contract; a list says <see cref="HasCampaignTerms"/>.</summary>
    public ValueList<WireScheduledTerm> CampaignTerms { get; set; } = [];

    public bool? HasCampaignTerms { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
