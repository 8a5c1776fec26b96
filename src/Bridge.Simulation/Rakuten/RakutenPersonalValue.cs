namespace Bridge.Simulation.Rakuten;

/// <summary>A personal value that the pack holds, in one of its spellings (as written, or tidied).</summary>
/// <param name="Sid">Publisher it belongs to.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The text to search for.</param>
public sealed record RakutenPersonalValue(string Sid, RakutenPersonalKind Kind, string Value);
