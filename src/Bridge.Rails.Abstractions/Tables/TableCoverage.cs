namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Every key of another kind should stand in this one.</summary>
/// <param name="Of">Name of the other kind.</param>
/// <param name="Consequence">What becomes of a key that does not, in one sentence.</param>
public sealed record TableCoverage(string Of, string Consequence);
