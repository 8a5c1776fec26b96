namespace Bridge.Simulation.Rakuten;

/// <summary>One band of a rule.</summary>
/// <param name="Commission">Percent number (7.5 means 7.5 %) or amount, as the rule's type says.</param>
/// <param name="Threshold">Lower bound, inclusive.</param>
/// <param name="UpperThreshold">Upper bound, exclusive; null for the top band.</param>
public sealed record RakutenTier(decimal Commission, decimal Threshold, decimal? UpperThreshold);
