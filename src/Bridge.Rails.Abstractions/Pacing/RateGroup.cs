namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>A group of endpoints that a rail counts together. A call must fit under every limit of its group.</summary>
public sealed record RateGroup
{
    /// <summary>Name of the group every request belongs to unless it says otherwise.</summary>
    public const string Default = "default";

    /// <summary>Name of the group, unique in the account.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Limits, at least one, the one that response headers speak of first. The same limit may stand in several groups: a
    /// report export counts against its own daily limit and against the hourly one.
    /// </summary>
    public required IReadOnlyList<RateLimit> Limits { get; init; }

    /// <summary>Calls of this group in flight at once; null means only the account's own bound counts.</summary>
    public int? MaxConcurrency { get; init; }

    /// <summary>A group with one limit of the same name.</summary>
    public static RateGroup Of(RateLimit limit)
    {
        ArgumentNullException.ThrowIfNull(limit);
        return new() { Name = limit.Name, Limits = [limit] };
    }
}
