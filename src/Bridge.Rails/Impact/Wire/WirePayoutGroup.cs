using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A conditional payout: the group of the lowest rank that matches wins, no other applies.</summary>
internal sealed record WirePayoutGroup
{
    public string? Id { get; init; }

    public decimal? Rank { get; init; }

    public ValueList<WireRule> Rules { get; set; } = [];

    /// <summary>Flat amount.</summary>
    public decimal? Payout { get; init; }

    /// <summary>Percent number.</summary>
    public decimal? PayoutRate { get; init; }

    public ValueList<WireLimit> Limits { get; set; } = [];

    public ValueList<WireTier> Tiers { get; set; } = [];

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
