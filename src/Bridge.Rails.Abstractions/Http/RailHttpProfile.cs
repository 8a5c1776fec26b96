using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>How a rail wants to be called over HTTP: limits, retryable statuses, timeouts. Every number names its source.</summary>
public sealed record RailHttpProfile
{
    private const string NothingPublished = "the rail publishes nothing; default of the kit";

    /// <summary>Rate groups of the account; a request names one. At least one, and one of them is called <c>default</c>.</summary>
    public required IReadOnlyList<RateGroup> Groups { get; init; }

    /// <summary>Calls in flight per account.</summary>
    public Sourced<int> MaxConcurrency { get; init; } = new(4, NothingPublished);

    /// <summary>Statuses after which a read is tried again.</summary>
    public Sourced<IReadOnlySet<int>> RetryableStatuses { get; init; } =
        new(new HashSet<int> { 408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524 }, NothingPublished);

    /// <summary>
    /// Statuses among 408, 425 and 5xx with which the rail declares that it refused a write before processing it. Any other
    /// answer of that family leaves a write unclear. Empty unless the rail's document says so.
    /// </summary>
    public Sourced<IReadOnlySet<int>> PreProcessingStatuses { get; init; } = new(new HashSet<int>(), NothingPublished);

    /// <summary>Longest time for one attempt, body included; waiting for a rate permit does not count.</summary>
    public Sourced<TimeSpan> AttemptTimeout { get; init; } = new(TimeSpan.FromSeconds(60), NothingPublished);

    /// <summary>Longest time for a read with all its attempts and waits. Waiting for a permit is not failing, so it is long.</summary>
    public Sourced<TimeSpan> ReadDeadline { get; init; } = new(TimeSpan.FromDays(1), NothingPublished);

    /// <summary>Attempts of a read, the first included.</summary>
    public Sourced<int> MaxReadAttempts { get; init; } = new(5, NothingPublished);

    /// <summary>First wait between attempts of a read; doubled each time, with jitter.</summary>
    public Sourced<TimeSpan> BackoffBase { get; init; } = new(TimeSpan.FromSeconds(1), NothingPublished);

    /// <summary>Longest wait between attempts when the rail gives no hint.</summary>
    public Sourced<TimeSpan> BackoffCap { get; init; } = new(TimeSpan.FromSeconds(60), NothingPublished);

    /// <summary>Failing share of calls at which the breaker of the connection opens, as a fraction.</summary>
    public Sourced<decimal> BreakerFailureRatio { get; init; } = new(0.5m, NothingPublished);

    /// <summary>Fewest calls in <see cref="BreakerSampling"/> before the breaker judges.</summary>
    public Sourced<int> BreakerMinimumCalls { get; init; } = new(10, NothingPublished);

    /// <summary>Time over which the breaker counts.</summary>
    public Sourced<TimeSpan> BreakerSampling { get; init; } = new(TimeSpan.FromSeconds(60), NothingPublished);

    /// <summary>How long the open breaker refuses calls before it lets one try.</summary>
    public Sourced<TimeSpan> BreakerPause { get; init; } = new(TimeSpan.FromSeconds(30), NothingPublished);

    /// <summary>Largest body of one answer after decompression, in bytes.</summary>
    public Sourced<long> MaxResponseBytes { get; init; } = new(32L * 1024 * 1024, "shared rule for a page: 32 MiB");

    /// <summary>Largest body handed out as a stream, after decompression, in bytes: exports.</summary>
    public Sourced<long> MaxStreamBytes { get; init; } = new(4L * 1024 * 1024 * 1024, NothingPublished);
}
