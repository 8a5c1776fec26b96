namespace Bridge.Simulation.Hosting;

/// <summary>
/// A clock that runs a fixed number of times faster than another one, timers and time stamps included. A simulated rail and
/// the program that calls it must share one instance, else their ideas of an hour differ.
/// </summary>
public sealed class ScaledTimeProvider : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private readonly TimeProvider inner;
    private readonly long origin;
    private readonly DateTimeOffset start;

    /// <summary>Starts the clock.</summary>
    /// <param name="inner">The clock that drives this one.</param>
    /// <param name="factor">Simulated seconds per second of <paramref name="inner"/>; above zero.</param>
    /// <param name="start">What this clock shows now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is not above zero.</exception>
    public ScaledTimeProvider(TimeProvider inner, double factor, DateTimeOffset start)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        this.inner = inner;
        this.start = start.ToUniversalTime();
        Factor = factor;
        origin = inner.GetTimestamp();
    }

    /// <summary>Simulated seconds per second.</summary>
    public double Factor { get; }

    /// <inheritdoc/>
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => start + GetElapsedTime(0, GetTimestamp());

    /// <inheritdoc/>
    public override long GetTimestamp() => (long)((inner.GetTimestamp() - origin) * Factor);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ScaledTimer(this, callback, state);
        timer.Start(inner, dueTime, period);
        return timer;
    }

    /// <summary>
    /// How long the driving clock has to wait for a simulated wait: rounded up to its timers' resolution of one millisecond,
    /// and never longer than a day (the timer looks again).
    /// </summary>
    internal TimeSpan ToInner(TimeSpan simulated)
    {
        if (simulated <= TimeSpan.Zero)
            return TimeSpan.Zero;

        var milliseconds = Math.Ceiling(simulated.TotalMilliseconds / Factor);
        return milliseconds >= LongestWait.TotalMilliseconds ? LongestWait : TimeSpan.FromMilliseconds(milliseconds);
    }
}
