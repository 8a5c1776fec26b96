using Bridge.Rails.Abstractions.Pacing;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

public sealed class PacerRefusalTests
{
    private static readonly RateLimit Minutely =
        new() { Name = "default", Permits = 100, Window = TimeSpan.FromMinutes(1), Kind = RateLimitKind.SlidingWindow, Source = "test" };

    [Fact]
    public void Sends_nothing_before_the_hint_of_a_refusal_expires()
    {
        var first = true;
        var load = new PacedLoad(Minutely)
        {
            Signal = accepted =>
            {
                var refused = first;
                first = false;
                return new RateSignal { Refused = refused, RetryAfter = refused ? TimeSpan.FromSeconds(40) : null };
            },
            MaxConcurrency = 1,
        };

        load.Run(3);

        (load.SentAt[1] - load.SentAt[0]).Should().BeGreaterThan(TimeSpan.FromSeconds(40));
        (load.SentAt[2] - load.SentAt[1]).Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Without_a_hint_the_waits_double_from_two_seconds_up_to_a_minute()
    {
        var load = new PacedLoad(Minutely) { Signal = _ => new RateSignal { Refused = true }, MaxConcurrency = 1 };

        load.Run(12);

        var waits = load.SentAt.Zip(load.SentAt.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        waits[0].Should().BeInRange(2, 2.2);
        waits.Should().OnlyContain(wait => wait >= 2 && wait < 61);
        waits.Skip(6).Max().Should().BeGreaterThan(16);
    }

    [Fact]
    public void A_refusal_halves_the_share_and_time_gives_it_back()
    {
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time, share: 0.6m);
            await CallAsync(pacer, time, new RateSignal { Refused = true, RetryAfter = TimeSpan.FromSeconds(1) });
            pacer.Budgets()[0].Share.Should().Be(0.3m);
            pacer.Budgets()[0].Allowed.Should().Be(30);

            await Task.Delay(TimeSpan.FromMinutes(4), time);
            pacer.Budgets()[0].Share.Should().BeApproximately(0.6m * 0.7m, 0.001m);

            await Task.Delay(TimeSpan.FromMinutes(6), time);
            pacer.Budgets()[0].Share.Should().Be(0.6m);
        });
    }

    [Fact]
    public void Calls_refused_together_halve_the_share_once()
    {
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time, share: 1m);
            var grants = new List<RateGrant>();
            for (var call = 0; call < 4; call++)
            {
                grants.Add(await pacer.AcquireAsync("default", CallPriority.Read, CancellationToken.None));
                pacer.TrySend(grants[^1]);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), time);
            foreach (var grant in grants)
            {
                await pacer.ReportAsync(grant, new RateSignal { Refused = true }, CancellationToken.None);
                grant.Dispose();
            }

            pacer.Budgets()[0].Share.Should().Be(0.5m);
        });
    }

    [Fact]
    public void Yields_to_others_when_less_than_a_tenth_is_left()
    {
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time, share: 0.6m);
            await CallAsync(pacer, time, new RateSignal { Limit = 100, Remaining = 9, ResetAfter = TimeSpan.FromSeconds(33) });
            var yielded = time.Elapsed;
            pacer.Budgets()[0].HeldUntil.Should().Be(time.GetUtcNow() + TimeSpan.FromSeconds(33));
            pacer.Budgets()[0].Remaining.Should().Be(9);

            await CallAsync(pacer, time, RateSignal.Silent);

            (time.Elapsed - yielded).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(33));
        });
    }

    [Fact]
    public void Its_own_use_is_no_reason_to_yield()
    {
        var limit = Minutely;
        var server = new SimulatedLimit(limit);
        var load = new PacedLoad(limit)
        {
            Server = server,
            Signal = accepted => new RateSignal { Refused = !accepted, Limit = 100, Remaining = 100 - server.Accepted.Count },
        };

        var taken = load.Run(100);

        server.Refusals.Should().Be(0);
        taken.Should().BeLessThan(TimeSpan.FromSeconds(17));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(90)]
    public void Others_on_the_account_get_what_they_want_up_to_the_rest_of_the_limit(int othersPerMinute)
    {
        var limit = Minutely;
        var server = new SimulatedLimit(limit);
        var load = new PacedLoad(limit, share: 0.6m)
        {
            Server = server,
            Signal = accepted => new RateSignal { Refused = !accepted, Limit = 100 },
        };
        var (served, asked) = (0, 0);

        VirtualTime.Run(load.Time, async () =>
        {
            await using var pacer = await Pacer.OpenAsync(load.Options, load.Time, null, CancellationToken.None);
            using var stop = new CancellationTokenSource();
            var ours = OursAsync(pacer, stop.Token);
            for (asked = 0; load.Time.Elapsed < TimeSpan.FromMinutes(20); asked++)
            {
                served += server.Accept(load.Time.Elapsed) ? 1 : 0;
                await Task.Delay(TimeSpan.FromMinutes(1.0 / othersPerMinute), load.Time);
            }

            stop.Cancel();
            await ours;
        });

        (served / 20.0).Should().BeGreaterThan(Math.Min(othersPerMinute, 40) * 0.95);

        async Task OursAsync(Pacer pacer, CancellationToken stop)
        {
            while (!stop.IsCancellationRequested)
            {
                try
                {
                    using var grant = await pacer.AcquireAsync("default", CallPriority.Read, stop);
                    pacer.TrySend(grant);
                    await Task.Delay(TimeSpan.FromMilliseconds(25), load.Time, CancellationToken.None);
                    var accepted = server.Accept(load.Time.Elapsed);
                    var left = 100 - server.CountSince(load.Time.Elapsed - limit.Window);
                    await pacer.ReportAsync(grant, new RateSignal { Refused = !accepted, Limit = 100, Remaining = left }, CancellationToken.None);
                }
                catch (OperationCanceledException)
                {
                    return;
                }
            }
        }
    }

    [Fact]
    public void A_lower_limit_in_the_headers_counts_and_a_foreign_one_does_not()
    {
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time, share: 1m);
            await CallAsync(pacer, time, new RateSignal { Limit = 50, Remaining = 49 });
            pacer.Budgets()[0].AccountLimit.Should().Be(50);

            await CallAsync(pacer, time, new RateSignal { Limit = 3, Remaining = 2, Window = TimeSpan.FromSeconds(1) });
            pacer.Budgets()[0].AccountLimit.Should().Be(50);
            pacer.Budgets()[0].HeldUntil.Should().BeNull();
        });
    }

    private static ValueTask<Pacer> OpenAsync(ManualTimeProvider time, decimal share) =>
        Pacer.OpenAsync(new() { Account = "test:1", Groups = [RateGroup.Of(Minutely)], Share = share }, time, null, CancellationToken.None);

    private static async Task CallAsync(Pacer pacer, ManualTimeProvider time, RateSignal signal)
    {
        using var grant = await pacer.AcquireAsync("default", CallPriority.Read, CancellationToken.None);
        pacer.TrySend(grant).Should().BeTrue();
        await Task.Delay(TimeSpan.FromMilliseconds(50), time);
        await pacer.ReportAsync(grant, signal, CancellationToken.None);
    }
}
