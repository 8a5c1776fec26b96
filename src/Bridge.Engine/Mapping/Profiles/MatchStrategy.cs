namespace Bridge.Engine.Mapping.Profiles;

/// <summary>One step of the search for partners on the target.</summary>
/// <param name="By">How it looks.</param>
/// <param name="Source">Reference scheme of the source; null unless it looks by reference.</param>
/// <param name="Target">Reference scheme of the target; null unless it looks by reference.</param>
public sealed record MatchStrategy(MatchWay By, string? Source = null, string? Target = null);
