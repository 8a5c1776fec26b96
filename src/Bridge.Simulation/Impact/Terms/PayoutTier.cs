namespace Bridge.Simulation.Impact.Terms;

/// <summary>One step of a payout by volume. One threshold and one payout are set.</summary>
/// <param name="ActionThreshold">Number of actions from which it applies, or null.</param>
/// <param name="RevenueThreshold">Revenue from which it applies, or null.</param>
/// <param name="Payout">Flat amount, or null.</param>
/// <param name="PayoutRate">Percent number, or null.</param>
public sealed record PayoutTier(decimal? ActionThreshold, decimal? RevenueThreshold, decimal? Payout, decimal? PayoutRate);
