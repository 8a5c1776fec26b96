using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>
/// What one event type pays. Up to <see cref="PayoutGroups"/> confirmed by the v14 description; the rest by the vendor's
/// samples and the partner-side v16 description (assumed, optional).
/// </summary>
internal sealed record WireEventPayout
{
    public string? EventTypeId { get; init; }

    public string? EventTypeName { get; init; }

    /// <summary>SALE, LEAD, CLICK, ...</summary>
    public string? EventCategory { get; init; }

    /// <summary>Flat amount.</summary>
    public decimal? DefaultPayout { get; init; }

    /// <summary>Percent number: 15 is 15 %.</summary>
    public decimal? DefaultPayoutRate { get; init; }

    /// <summary>ITEM, ORDER, CLICK or CALL.</summary>
    public string? PayoutLevel { get; init; }

    public ValueList<WirePayoutGroup> PayoutGroups { get; set; } = [];

    public ValueList<WirePayoutAdjustment> PayoutAdjustments { get; set; } = [];

    public ValueList<WirePayoutRestriction> PayoutRestrictions { get; set; } = [];

    public ValueList<WireLimit> Limits { get; set; } = [];

    [JsonConverter(typeof(WireObject<WirePerformanceBonus>))]
    public WirePerformanceBonus? PerformanceBonus { get; init; }

    [JsonConverter(typeof(WireObject<WireLocking>))]
    public WireLocking? Locking { get; init; }

    [JsonConverter(typeof(WireObject<WireScheduling>))]
    public WireScheduling? PayoutScheduling { get; init; }

    /// <summary>LAST_REFERRER, FIRST_REFERRER, ...</summary>
    public string? CreditPolicy { get; init; }

    public ValueList<WireReferral> ValidReferrals { get; set; } = [];

    public string? LocationRequirementType { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
