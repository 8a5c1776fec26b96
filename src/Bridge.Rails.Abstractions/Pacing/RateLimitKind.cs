namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>How a rail counts. When the rail does not say, <see cref="SlidingWindow"/> is the safe reading.</summary>
public enum RateLimitKind
{
    /// <summary>Tokens refill steadily; up to the burst may be spent at once.</summary>
    Bucket,

    /// <summary>No more than N calls in any window of length W.</summary>
    SlidingWindow,

    /// <summary>No more than N calls between two ticks of a clock of the rail whose phase is unknown.</summary>
    FixedWindow,
}
