using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

/// <summary>The floors for a load under a limit: 2,000 calls at 100 a second, 50 ms round trip, the whole limit as the share.</summary>
public sealed class PacerEfficiencyTests
{
    private const int Calls = 2000;

    [Fact]
    public void Keeps_a_bucket_busy_without_a_refusal()
    {
        var load = new PacedLoad(Limit(RateLimitKind.Bucket));

        var taken = load.Run(Calls);

        load.Server.Refusals.Should().Be(0);
        load.Server.Accepted.Should().HaveCount(Calls);
        (TimeSpan.FromSeconds(19.8) + PacedLoad.Latency).Divide(taken).Should().BeGreaterThan(0.99);
    }

    [Fact]
    public void Keeps_a_sliding_window_busy_without_a_refusal()
    {
        var load = new PacedLoad(Limit(RateLimitKind.SlidingWindow));

        var taken = load.Run(Calls);

        load.Server.Refusals.Should().Be(0);
        load.Server.Accepted.Should().HaveCount(Calls);
        (TimeSpan.FromSeconds(19) + PacedLoad.Latency).Divide(taken).Should().BeGreaterThan(0.96);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(990)]
    public void Keeps_a_fixed_window_of_unknown_phase_busy_without_a_refusal(int phaseInMilliseconds)
    {
        var limit = Limit(RateLimitKind.FixedWindow);
        var load = new PacedLoad(limit) { Server = new(limit, TimeSpan.FromMilliseconds(phaseInMilliseconds)) };

        var taken = load.Run(Calls);

        load.Server.Refusals.Should().Be(0);
        load.Server.Accepted.Should().HaveCount(Calls);
        (TimeSpan.FromSeconds(19) + PacedLoad.Latency).Divide(taken).Should().BeGreaterThan(0.96);
    }

    [Fact]
    public void A_cold_server_draws_no_refusal_either()
    {
        var load = new PacedLoad(Limit(RateLimitKind.SlidingWindow)) { ColdCalls = 40 };

        load.Run(600);

        load.Server.Refusals.Should().Be(0);
    }

    [Fact]
    public void Draws_no_refusal_whatever_the_delays()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var limit = Limit(seed % 2 == 0 ? RateLimitKind.SlidingWindow : RateLimitKind.FixedWindow);
            var load = new PacedLoad(limit, seed: seed) { ColdCalls = seed * 3, HiccupEvery = 20 + seed, Server = new(limit, TimeSpan.FromMilliseconds(seed * 31)) };

            load.Run(500);

            load.Server.Refusals.Should().Be(0, "seed {0}", seed);
        }
    }

    [Fact]
    public void A_long_window_pays_almost_nothing_for_the_spread_of_delays()
    {
        var limit = new RateLimit { Name = "default", Permits = 100, Window = TimeSpan.FromSeconds(10), Kind = RateLimitKind.SlidingWindow, Source = "test" };
        var load = new PacedLoad(limit);

        var taken = load.Run(600);

        load.Server.Refusals.Should().Be(0);
        (TimeSpan.FromSeconds(50) + PacedLoad.Latency).Divide(taken).Should().BeGreaterThan(0.94);
        var afterTheFirstWindow = load.Server.Accepted[^1] - load.Server.Accepted[99];
        TimeSpan.FromSeconds(50).Divide(afterTheFirstWindow).Should().BeGreaterThan(0.98);
    }

    [Theory]
    [InlineData(RateLimitKind.SlidingWindow)]
    [InlineData(RateLimitKind.FixedWindow)]
    [InlineData(RateLimitKind.Bucket)]
    public void Never_takes_more_than_its_share_of_any_window(RateLimitKind kind)
    {
        var limit = new RateLimit { Name = "default", Permits = 1000, Window = TimeSpan.FromHours(1), Kind = kind, Burst = 20, Source = "test" };
        var load = new PacedLoad(limit, share: 0.6m);

        load.Run(2400);

        load.Server.Refusals.Should().Be(0);
        MostInAnyWindow(load.Server.Accepted, limit.Window).Should().BeLessThanOrEqualTo(kind == RateLimitKind.Bucket ? 612 : 600);
    }

    [Fact]
    public void Spreads_the_first_window_over_a_quarter_of_it()
    {
        var load = new PacedLoad(Limit(RateLimitKind.SlidingWindow));

        load.Run(100);

        (load.SentAt[99] - load.SentAt[0]).Should().BeCloseTo(TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(0.06));
        (load.SentAt[50] - load.SentAt[0]).Should().BeGreaterThan(TimeSpan.FromSeconds(0.12));
    }

    [Theory]
    [InlineData(RateLimitKind.SlidingWindow, 1.0)]
    [InlineData(RateLimitKind.SlidingWindow, 0.6)]
    [InlineData(RateLimitKind.Bucket, 1.0)]
    public void The_forecast_is_what_the_load_then_takes(RateLimitKind kind, double share)
    {
        var limit = new RateLimit { Name = "default", Permits = 1000, Window = TimeSpan.FromHours(1), Kind = kind, Burst = 20, Source = "test" };
        var load = new PacedLoad(limit, (decimal)share);
        var forecast = RateForecast.LeastTime(RateGroup.Of(limit), (decimal)share, 2500);

        var taken = load.Run(2500);

        taken.Should().BeGreaterThanOrEqualTo(forecast).And.BeLessThan(forecast * 1.01);
    }

    private static RateLimit Limit(RateLimitKind kind) =>
        new() { Name = "default", Permits = 100, Window = TimeSpan.FromSeconds(1), Kind = kind, Burst = 20, Source = "test" };

    private static int MostInAnyWindow(IReadOnlyList<TimeSpan> times, TimeSpan window)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= window)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
