namespace Bridge.Rails.Rakuten.Terms;

/// <summary>A tier of a rule.</summary>
/// <param name="Commission">Percent number or amount.</param>
/// <param name="Threshold">Lower bound; null for none.</param>
/// <param name="UpperThreshold">Upper bound; null for the top tier.</param>
internal sealed record OfferTier(decimal Commission, decimal? Threshold, decimal? UpperThreshold);
