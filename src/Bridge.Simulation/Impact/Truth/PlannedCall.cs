namespace Bridge.Simulation.Impact.Truth;

/// <summary>Permission for one changing call of the API.</summary>
/// <param name="Kind">Kind in the truth log, for example <c>link.create</c>.</param>
/// <param name="Where">Values that the log line's fields (or <c>objectId</c>) must have; others are free.</param>
public sealed record PlannedCall(string Kind, IReadOnlyDictionary<string, string> Where);
