using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A conversion that is credited to a partner. Source: Brand API v14, Actions (read 2026-11-20).</summary>
internal sealed record WireAction
{
    public string? Id { get; init; }

    public string? MediaPartnerId { get; init; }

    /// <summary>PENDING, APPROVED or REVERSED.</summary>
    public string? State { get; init; }

    public decimal? Payout { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public string? EventDate { get; init; }

    public string? PromoCode { get; init; }

    /// <summary>Order id.</summary>
    public string? Oid { get; init; }

    /// <summary>Name of the event type.</summary>
    public string? ActionTrackerName { get; init; }

    public string? CustomerStatus { get; init; }

    public string? SharedId { get; init; }

    public string? SubId1 { get; init; }

    public string? SubId2 { get; init; }

    public string? SubId3 { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
