using Bridge.Rails.Abstractions.Pacing;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

public sealed class PacerRestartTests
{
    private static readonly RateLimit Hourly =
        new() { Name = "default", Permits = 1000, Window = TimeSpan.FromHours(1), Kind = RateLimitKind.SlidingWindow, Source = "test" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_restart_does_not_burst(bool cleanStop)
    {
        var ledger = new InMemoryRateLedger();
        var load = new PacedLoad(Hourly, share: 0.6m) { Ledger = ledger };

        VirtualTime.Run(load.Time, async () =>
        {
            for (var life = 0; life < 6; life++)
            {
                var pacer = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
                await load.RunAsync(pacer, 250);
                if (cleanStop)
                {
                    await pacer.DisposeAsync();
                }
            }
        });

        load.Server.Accepted.Should().HaveCount(1500);
        for (var index = 600; index < load.SentAt.Count; index++)
        {
            (load.SentAt[index] - load.SentAt[index - 600]).Should().BeGreaterThanOrEqualTo(Hourly.Window);
        }
    }

    [Fact]
    public void A_clean_restart_loses_no_permit()
    {
        var ledger = new InMemoryRateLedger();
        var load = new PacedLoad(Hourly, share: 0.6m) { Ledger = ledger };

        VirtualTime.Run(load.Time, async () =>
        {
            await using (var first = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None))
            {
                await load.RunAsync(first, 590);
            }

            await using var second = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
            second.Budgets()[0].Used.Should().Be(590);
            await load.RunAsync(second, 10);
        });

        (load.SentAt[599] - load.SentAt[0]).Should().BeLessThan(TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void A_crash_costs_at_most_the_permits_reserved_ahead()
    {
        var ledger = new InMemoryRateLedger();
        var load = new PacedLoad(Hourly, share: 0.6m) { Ledger = ledger };

        var used = VirtualTime.Run(load.Time, async () =>
        {
            var first = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
            await load.RunAsync(first, 300);
            var second = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
            return second.Budgets()[0].Used;
        });

        used.Should().BeInRange(300, 300 + 12);
        ledger.Saves.Should().BeLessThan(40, "a save covers a batch of permits");
    }

    [Fact]
    public void A_wait_the_rail_asked_for_outlives_the_process()
    {
        var ledger = new InMemoryRateLedger();
        var load = new PacedLoad(Hourly) { Ledger = ledger, Signal = _ => new RateSignal { Refused = true, RetryAfter = TimeSpan.FromMinutes(30) } };

        VirtualTime.Run(load.Time, async () =>
        {
            var first = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
            await load.CallAsync(first, 0);
            var second = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
            await load.CallAsync(second, 1);
        });

        (load.SentAt[1] - load.SentAt[0]).Should().BeGreaterThan(TimeSpan.FromMinutes(30));
    }

    [Theory]
    [InlineData(-3600)]
    [InlineData(-86400)]
    public void A_wall_clock_set_back_between_lives_only_makes_it_wait_longer(int seconds)
    {
        var ledger = new InMemoryRateLedger();
        var load = new PacedLoad(Hourly, share: 0.6m) { Ledger = ledger };

        VirtualTime.Run(load.Time, async () =>
        {
            await using (var first = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None))
            {
                await load.RunAsync(first, 600);
            }

            load.Time.StepWallClock(TimeSpan.FromSeconds(seconds));
            await using var second = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
            await load.CallAsync(second, 600);
        });

        (load.SentAt[600] - load.SentAt[0]).Should().BeGreaterThanOrEqualTo(Hourly.Window);
    }

    [Fact]
    public void A_bucket_remembers_its_debt()
    {
        var bucket = new RateLimit { Name = "default", Permits = 60, Window = TimeSpan.FromMinutes(1), Kind = RateLimitKind.Bucket, Burst = 20, Source = "test" };
        var ledger = new InMemoryRateLedger();
        var load = new PacedLoad(bucket) { Ledger = ledger };

        VirtualTime.Run(load.Time, async () =>
        {
            for (var life = 0; life < 5; life++)
            {
                await using var pacer = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
                await load.RunAsync(pacer, 20);
            }
        });

        load.Server.Refusals.Should().Be(0);
        load.Time.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(84));
    }

    [Fact]
    public void No_permit_leaves_when_the_ledger_cannot_be_written()
    {
        var ledger = new InMemoryRateLedger { Fails = true };
        var load = new PacedLoad(Hourly) { Ledger = ledger };

        var act = () => VirtualTime.Run(load.Time, async () =>
        {
            var pacer = await Pacer.OpenAsync(load.Options, load.Time, ledger, CancellationToken.None);
            await load.CallAsync(pacer, 0);
        });

        act.Should().Throw<IOException>();
        load.SentAt.Should().BeEmpty();
    }
}
