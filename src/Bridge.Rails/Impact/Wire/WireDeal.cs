using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A deal. Source: Brand API v14, Deals (read 2026-11-20).</summary>
internal sealed record WireDeal
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? CampaignId { get; init; }

    /// <summary>ACTIVE, EXPIRED or PENDING.</summary>
    public string? State { get; init; }

    /// <summary>GENERAL_SALE, FREE_SHIPPING, GIFT_WITH_PURCHASE, REBATE or BOGO.</summary>
    public string? Type { get; init; }

    /// <summary>PRODUCT, CATEGORY or ENTIRE_STORE.</summary>
    public string? Scope { get; init; }

    /// <summary>FIXED, PERCENT, PERCENT_RANGE or PERCENT_MAXIMUM.</summary>
    public string? DiscountType { get; init; }

    public decimal? DiscountAmount { get; init; }

    public string? DiscountCurrency { get; init; }

    public decimal? DiscountPercent { get; init; }

    public string? StartDate { get; init; }

    public string? EndDate { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
