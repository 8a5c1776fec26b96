using Bridge.Simulation.Hosting;
using Bridge.Testing.Time;

namespace Bridge.Simulation.Tests.Hosting;

public sealed class ScaledTimeProviderTests
{
    private static readonly DateTimeOffset Start = new(2027, 3, 1, 10, 0, 0, TimeSpan.FromHours(2));
    private readonly ManualTimeProvider inner = new();

    [Fact]
    public void Runs_as_many_times_faster_as_it_was_told()
    {
        var time = new ScaledTimeProvider(inner, 3600, Start);
        var stamp = time.GetTimestamp();

        inner.Advance(TimeSpan.FromSeconds(2));

        time.GetUtcNow().Should().Be(Start.AddHours(2));
        time.GetElapsedTime(stamp).Should().Be(TimeSpan.FromHours(2));
        time.LocalTimeZone.Should().Be(TimeZoneInfo.Utc);
    }

    [Fact]
    public async Task Ends_a_delay_when_the_simulated_time_has_passed()
    {
        var time = new ScaledTimeProvider(inner, 60, Start);

        var delay = Task.Delay(TimeSpan.FromMinutes(10), time);
        inner.Advance(TimeSpan.FromMilliseconds(9_990));
        var early = delay.IsCompleted;
        inner.Advance(TimeSpan.FromMilliseconds(20));
        await delay;

        early.Should().BeFalse();
        time.GetUtcNow().Should().BeOnOrAfter(Start.AddMinutes(10));
    }

    [Fact]
    public void Sets_a_timer_again_that_the_driving_clock_fires_early()
    {
        var eager = new EagerTimeProvider(inner, early: TimeSpan.FromMilliseconds(1));
        var time = new ScaledTimeProvider(eager, 3600, Start);
        var fired = new List<DateTimeOffset>();

        using var timer = time.CreateTimer(_ => fired.Add(time.GetUtcNow()), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        inner.Advance(TimeSpan.FromSeconds(1));

        fired.Should().ContainSingle().Which.Should().BeOnOrAfter(Start.AddMinutes(1));
    }

    [Fact]
    public void Repeats_a_periodic_timer_without_drift()
    {
        var time = new ScaledTimeProvider(inner, 100, Start);
        var fired = 0;

        using var timer = time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        inner.Advance(TimeSpan.FromSeconds(1));

        fired.Should().Be(10);
    }

    [Fact]
    public void Stops_a_timer_that_is_disposed_or_switched_off()
    {
        var time = new ScaledTimeProvider(inner, 100, Start);
        var fired = 0;
        var disposed = time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        using var changed = time.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        disposed.Dispose();
        changed.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        inner.Advance(TimeSpan.FromSeconds(5));

        fired.Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Refuses_a_factor_that_does_not_move_time(double factor)
    {
        var create = () => new ScaledTimeProvider(inner, factor, Start);

        create.Should().Throw<ArgumentOutOfRangeException>();
    }

    private sealed class EagerTimeProvider(TimeProvider inner, TimeSpan early) : TimeProvider
    {
        public override long TimestampFrequency => inner.TimestampFrequency;

        public override long GetTimestamp() => inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            new EagerTimer(inner.CreateTimer(callback, state, dueTime, period), early);
    }

    private sealed class EagerTimer(ITimer inner, TimeSpan early) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            inner.Change(dueTime > early ? dueTime - early : dueTime, period);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
