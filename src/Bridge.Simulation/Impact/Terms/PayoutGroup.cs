namespace Bridge.Simulation.Impact.Terms;

/// <summary>A conditional payout inside an event payout.</summary>
public sealed record PayoutGroup
{
    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>Order of evaluation, lowest first.</summary>
    public required int Rank { get; init; }

    /// <summary>Conditions; all must hold.</summary>
    public IReadOnlyList<PayoutRule> Rules { get; init; } = [];

    /// <summary>Flat amount, or null.</summary>
    public decimal? Payout { get; init; }

    /// <summary>Percent number, or null.</summary>
    public decimal? PayoutRate { get; init; }

    /// <summary>Caps of this group.</summary>
    public IReadOnlyList<PayoutLimit> Limits { get; init; } = [];

    /// <summary>Steps by volume.</summary>
    public IReadOnlyList<PayoutTier> Tiers { get; init; } = [];
}
