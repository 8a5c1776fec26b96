using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A promo code with copies of its deal's fields. Source: Brand API v14, Promo Codes (read 2026-11-20).</summary>
internal sealed record WirePromoCode
{
    public string? Id { get; init; }

    public string? Code { get; init; }

    /// <summary>LI exact, RE regular expression.</summary>
    public string? Type { get; init; }

    /// <summary>ALWAYS, INVOLVED, WINNER.</summary>
    public string? CreditPolicy { get; init; }

    public string? CampaignId { get; init; }

    public string? AssignedPartnerId { get; init; }

    public string? CreatedDate { get; init; }

    public string? StartDate { get; init; }

    public string? EndDate { get; init; }

    /// <summary>ACTIVE or INACTIVE.</summary>
    public string? State { get; init; }

    public string? DealId { get; init; }

    public string? DealName { get; init; }

    public string? DealType { get; init; }

    public string? DiscountType { get; init; }

    public decimal? DiscountAmount { get; init; }

    public string? DiscountCurrency { get; init; }

    public decimal? DiscountPercent { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
