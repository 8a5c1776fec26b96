using Bridge.Model.Collections;

namespace Bridge.Rails.Impact.Wire;

/// <summary>A bonus by volume: SUBSEQUENT_ACTIONS or ALL_ACTIONS, counted in REVENUE or ACTIONS over a CALENDAR_... period.</summary>
internal sealed record WirePerformanceBonus
{
    public string? Type { get; init; }

    public string? Basis { get; init; }

    public string? Period { get; init; }

    public ValueList<WireTier> Tiers { get; set; } = [];
}
