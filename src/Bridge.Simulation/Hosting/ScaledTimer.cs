namespace Bridge.Simulation.Hosting;

/// <summary>
/// Timer of a <see cref="ScaledTimeProvider"/>. It never fires before the simulated clock shows the due time: a timer of the
/// driving clock that comes a little early, which the factor would stretch to minutes, is set again.
/// </summary>
internal sealed class ScaledTimer(ScaledTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock gate = new();
    private ITimer? inner;
    private bool armed;
    private DateTimeOffset due;
    private TimeSpan period;

    public void Start(TimeProvider driver, TimeSpan dueTime, TimeSpan newPeriod)
    {
        inner = driver.CreateTimer(static self => ((ScaledTimer)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Change(dueTime, newPeriod);
    }

    public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
    {
        lock (gate)
        {
            period = newPeriod;
            armed = dueTime != Timeout.InfiniteTimeSpan;
            if (!armed)
                return inner!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

            due = clock.GetUtcNow() + dueTime;
            return inner!.Change(clock.ToInner(dueTime), Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            armed = false;
            inner?.Dispose();
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Fire()
    {
        lock (gate)
        {
            if (!armed)
                return;

            var early = due - clock.GetUtcNow();
            if (early > TimeSpan.Zero)
            {
                inner!.Change(clock.ToInner(early), Timeout.InfiniteTimeSpan);
                return;
            }

            Repeat();
        }

        callback(state);
    }

    private void Repeat()
    {
        armed = period > TimeSpan.Zero;
        if (!armed)
            return;

        due += period;
        inner!.Change(clock.ToInner(due - clock.GetUtcNow()), Timeout.InfiniteTimeSpan);
    }
}
