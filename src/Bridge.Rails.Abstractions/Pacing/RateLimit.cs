namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>One limit of a rail account.</summary>
public sealed record RateLimit
{
    /// <summary>Name, unique in the account, for example <c>default</c> or <c>reports</c>. Groups share a limit by naming it alike.</summary>
    public required string Name { get; init; }

    /// <summary>Calls the rail permits per <see cref="Window"/>; at least 1.</summary>
    public required int Permits { get; init; }

    /// <summary>Length of the window; for a bucket the time in which <see cref="Permits"/> tokens refill.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>How the rail counts.</summary>
    public required RateLimitKind Kind { get; init; }

    /// <summary>Tokens a full bucket holds; null means 1. Ignored for windows.</summary>
    public int? Burst { get; init; }

    /// <summary>Where the numbers come from: the rail's document, or why they were assumed.</summary>
    public required string Source { get; init; }

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        ArgumentOutOfRangeException.ThrowIfLessThan(Permits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Window, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Burst ?? 1, 1);
    }
}
