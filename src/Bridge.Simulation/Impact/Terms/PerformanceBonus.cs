namespace Bridge.Simulation.Impact.Terms;

/// <summary>A bonus by volume in a period.</summary>
/// <param name="Type">SUBSEQUENT_ACTIONS or ALL_ACTIONS.</param>
/// <param name="Basis">REVENUE or ACTIONS.</param>
/// <param name="Period">For example CALENDAR_MONTH.</param>
/// <param name="Tiers">Steps, lowest first.</param>
public sealed record PerformanceBonus(string Type, string Basis, string Period, IReadOnlyList<PayoutTier> Tiers);
