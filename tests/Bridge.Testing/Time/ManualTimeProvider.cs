namespace Bridge.Testing.Time;

/// <summary>
/// A clock that stands still until it is told to move. Timers fire in the order they are due, each at its own instant, on
/// the thread that moves the clock. Wall clock and monotonic clock can be moved apart.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private TimeSpan elapsed;
    private DateTimeOffset wallStart;
    private long created;

    /// <summary>Starts at the given instant, or on 4 January 2027, a Monday.</summary>
    public ManualTimeProvider(DateTimeOffset? start = null) =>
        wallStart = start ?? new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Monotonic time since this clock was made.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            lock (gate)
            {
                return elapsed;
            }
        }
    }

    /// <summary>Monotonic time at which the next timer is due; null when none is armed.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (gate)
            {
                return Next()?.Due;
            }
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return wallStart + elapsed;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => Elapsed.Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state, Interlocked.Increment(ref created));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves both clocks forward and fires what becomes due on the way.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = Elapsed + by;
        while (FireNext(end))
        {
        }

        lock (gate)
        {
            elapsed = end > elapsed ? end : elapsed;
        }
    }

    /// <summary>Moves to the next armed timer and fires it; false when none is armed.</summary>
    public bool AdvanceToNextTimer() => FireNext(TimeSpan.MaxValue);

    /// <summary>Moves the wall clock alone, as an operator or a time server does.</summary>
    public void StepWallClock(TimeSpan by)
    {
        lock (gate)
        {
            wallStart += by;
        }
    }

    private bool FireNext(TimeSpan end)
    {
        ManualTimer? timer;
        lock (gate)
        {
            timer = Next();
            if (timer is null || timer.Due > end)
            {
                return false;
            }

            elapsed = timer.Due!.Value > elapsed ? timer.Due.Value : elapsed;
            timer.Rearm();
        }

        timer.Fire();
        return true;
    }

    private ManualTimer? Next() => timers.Where(timer => timer.Due is not null).MinBy(timer => (timer.Due, timer.Number));

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state, long number) : ITimer
    {
        private readonly ExecutionContext? context = ExecutionContext.Capture();
        private TimeSpan period = Timeout.InfiniteTimeSpan;
        private bool disposed;

        internal TimeSpan? Due { get; private set; }

        internal long Number { get; } = number;

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                if (disposed)
                {
                    return false;
                }

                period = newPeriod;
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.elapsed + dueTime;
                if (Due is null)
                {
                    clock.timers.Remove(this);
                }
                else if (!clock.timers.Contains(this))
                {
                    clock.timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                disposed = true;
                Due = null;
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Rearm()
        {
            Due = period > TimeSpan.Zero ? Due + period : null;
            if (Due is null)
            {
                clock.timers.Remove(this);
            }
        }

        internal void Fire()
        {
            if (context is null)
            {
                callback(state);
            }
            else
            {
                ExecutionContext.Run(context, _ => callback(state), null);
            }
        }
    }
}
