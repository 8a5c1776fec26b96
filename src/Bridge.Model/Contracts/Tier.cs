namespace Bridge.Model.Contracts;

/// <summary>One tier of a tiered term.</summary>
/// <param name="From">Lower threshold, inclusive, in units of the basis (major currency units or a count).</param>
/// <param name="UpTo">Upper threshold, exclusive; null for the top tier.</param>
/// <param name="Amount">What is paid in this tier.</param>
public sealed record Tier(decimal From, decimal? UpTo, CommissionAmount Amount);
