namespace Bridge.Rails.Abstractions.Reading;

/// <summary>What a read covers.</summary>
public sealed record ReadScope
{
    /// <summary>Everything, from the start.</summary>
    public static ReadScope All { get; } = new();

    /// <summary>Continue behind the page that gave this cursor; null from the start.</summary>
    public string? After { get; init; }

    /// <summary>Only what changed since; readers that cannot filter read all.</summary>
    public DateTimeOffset? ChangedSince { get; init; }

    /// <summary>Start of the time of conversions; null for the reader's default.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End of the time of conversions; null for now.</summary>
    public DateTimeOffset? Until { get; init; }
}
