namespace Bridge.Rails.Impact.Wire;

/// <summary>One step by volume: one threshold, one payout. <c>ParentTier</c> nests tiers of two bases.</summary>
internal sealed record WireTier
{
    public decimal? ActionThreshold { get; init; }

    public decimal? RevenueThreshold { get; init; }

    public string? ParentTier { get; init; }

    public decimal? Payout { get; init; }

    public decimal? PayoutRate { get; init; }
}
