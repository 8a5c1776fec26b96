namespace Bridge.Simulation.Impact.Truth;

/// <summary>Permission for one changing call of the API.</summary>
/// <param name="Kind">Kind in the truth log, for example <c>link.create</c>.</param>
/// <param name="Where">Values that the log line's fields (or <c>objectId</c>) must have; others are free.</param>
public sealed record PlannedCall(string Kind, IReadOnlyDictionary<string, string> Where)
{
    /// <summary>Fields that hold a comma list, and the elements that list may have; it may have fewer.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Within { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    internal bool Permits(TruthLine call) =>
        Where.All(pair => string.Equals(call[pair.Key], pair.Value, StringComparison.Ordinal))
        && Within.All(pair => (call[pair.Key] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).All(pair.Value.Contains));
}
