namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>What one limit must remember over a restart.</summary>
public sealed record RateLimitState
{
    /// <summary>Name of the limit.</summary>
    public required string Name { get; init; }

    /// <summary>Calls sent within the window, merged into few points; the time is the latest of the calls merged. Empty for a bucket.</summary>
    public required IReadOnlyList<SentCalls> Sent { get; init; }

    /// <summary>Permits handed out or reserved whose sending is not in <see cref="Sent"/>; they count as sent at the restart.</summary>
    public required int Reserved { get; init; }

    /// <summary>Time until a bucket is full again; zero for windows.</summary>
    public required TimeSpan Debt { get; init; }

    /// <summary>Part of the configured share in force, from above 0 to 1.</summary>
    public required decimal Factor { get; init; }

    /// <summary>End of a wait the rail asked for; null when there is none.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
}
