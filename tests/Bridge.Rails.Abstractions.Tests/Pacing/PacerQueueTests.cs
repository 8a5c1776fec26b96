using Bridge.Rails.Abstractions.Pacing;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

public sealed class PacerQueueTests
{
    private static readonly RateLimit Slow =
        new() { Name = "default", Permits = 1, Window = TimeSpan.FromSeconds(1), Kind = RateLimitKind.Bucket, Source = "test" };

    [Fact]
    public void Callers_are_served_in_turns_whatever_their_backlog()
    {
        var served = Serve(
            [.. Enumerable.Repeat(new RateDemand("default", CallPriority.Write, "large"), 50),
             .. Enumerable.Repeat(new RateDemand("default", CallPriority.Write, "small"), 5),
             .. Enumerable.Repeat(new RateDemand("default", CallPriority.Write, "other"), 5)]);

        served.Skip(1).Take(15).GroupBy(demand => demand.Caller).Should().OnlyContain(caller => caller.Count() == 5);
        served.Should().HaveCount(60);
    }

    [Fact]
    public void Lanes_share_six_to_three_to_one_and_rollback_goes_first()
    {
        var lanes = new[] { CallPriority.Read, CallPriority.Verify, CallPriority.Write, CallPriority.Rollback };

        var served = Serve([.. lanes.SelectMany(lane => Enumerable.Repeat(new RateDemand("default", lane, "one"), 40))]);

        served.Skip(1).Take(39).Should().OnlyContain(demand => demand.Priority == CallPriority.Rollback);
        var afterRollback = served.Skip(41).Take(50).CountBy(demand => demand.Priority).ToDictionary();
        afterRollback[CallPriority.Write].Should().BeInRange(29, 31);
        afterRollback[CallPriority.Verify].Should().BeInRange(14, 16);
        afterRollback[CallPriority.Read].Should().BeInRange(4, 6);
    }

    [Fact]
    public void A_cancelled_caller_leaves_the_queue_and_costs_no_permit()
    {
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time);
            using var first = await pacer.AcquireAsync("default", CallPriority.Read, CancellationToken.None);
            pacer.TrySend(first);
            using var cancelled = new CancellationTokenSource();
            var waiting = pacer.AcquireAsync("default", CallPriority.Read, cancelled.Token);
            var patient = pacer.AcquireAsync("default", CallPriority.Read, CancellationToken.None);
            pacer.Waiting.Should().Be(2);

            cancelled.Cancel();

            await waiting.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
            (await patient).Dispose();
            time.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(1.1));
        });
    }

    [Fact]
    public void A_permit_given_back_unused_is_free_at_once()
    {
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time);
            var unused = await pacer.AcquireAsync("default", CallPriority.Write, CancellationToken.None);
            var next = pacer.AcquireAsync("default", CallPriority.Write, CancellationToken.None);
            next.IsCompleted.Should().BeFalse();

            unused.Dispose();
            unused.Dispose();

            (await next).Dispose();
            time.Elapsed.Should().Be(TimeSpan.Zero);
        });
    }

    [Fact]
    public void A_permit_is_used_once()
    {
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time);
            using var grant = await pacer.AcquireAsync("default", CallPriority.Write, CancellationToken.None);

            pacer.TrySend(grant).Should().BeTrue();
            pacer.TrySend(grant).Should().BeFalse();
            grant.IsSpent.Should().BeTrue();
        });
    }

    [Fact]
    public void Calls_in_flight_stay_under_the_bound_of_account_and_group()
    {
        var wide = new RateLimit { Name = "default", Permits = 10000, Window = TimeSpan.FromSeconds(1), Kind = RateLimitKind.Bucket, Burst = 10000, Source = "test" };
        var reports = new RateGroup { Name = "reports", Limits = [wide], MaxConcurrency = 2 };
        var time = new ManualTimeProvider();
        var (inFlight, most) = (new Dictionary<string, int> { ["default"] = 0, ["reports"] = 0 }, new Dictionary<string, int>());

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await Pacer.OpenAsync(
                new() { Account = "test:1", Groups = [RateGroup.Of(wide), reports], MaxConcurrency = 5 }, time, null, CancellationToken.None);
            await Task.WhenAll(Enumerable.Range(0, 40).Select(index => CallAsync(pacer, index % 2 == 0 ? "default" : "reports")));
        });

        most["reports"].Should().Be(2);
        most["all"].Should().Be(5);

        async Task CallAsync(Pacer pacer, string group)
        {
            using var grant = await pacer.AcquireAsync(group, CallPriority.Read, CancellationToken.None);
            pacer.TrySend(grant);
            inFlight[group]++;
            most[group] = Math.Max(most.GetValueOrDefault(group), inFlight[group]);
            most["all"] = Math.Max(most.GetValueOrDefault("all"), inFlight.Values.Sum());
            await Task.Delay(TimeSpan.FromSeconds(1), time);
            inFlight[group]--;
        }
    }

    [Fact]
    public void A_group_with_two_limits_keeps_both_and_others_keep_only_the_shared_one()
    {
        var hourly = new RateLimit { Name = "default", Permits = 1000, Window = TimeSpan.FromHours(1), Kind = RateLimitKind.SlidingWindow, Source = "test" };
        var daily = new RateLimit { Name = "reports", Permits = 2, Window = TimeSpan.FromDays(1), Kind = RateLimitKind.SlidingWindow, Source = "test" };
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await Pacer.OpenAsync(
                new() { Account = "test:1", Share = 1m, Groups = [RateGroup.Of(hourly), new() { Name = "reports", Limits = [daily, hourly] }] },
                time,
                null,
                CancellationToken.None);
            await SendAsync(pacer, "reports");
            await SendAsync(pacer, "reports");
            await SendAsync(pacer, "default");
            time.Elapsed.Should().BeLessThan(TimeSpan.FromMinutes(1));
            pacer.Budgets().Single(budget => budget.Limit == "default").Used.Should().Be(3);
            pacer.Forecast("reports", 1).Should().BeCloseTo(TimeSpan.FromDays(1), TimeSpan.FromMinutes(1));

            await SendAsync(pacer, "reports");

            time.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromDays(1));
        });
    }

    [Fact]
    public void An_unknown_group_is_named_with_those_that_exist()
    {
        var time = new ManualTimeProvider();

        var act = () => VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time);
            await pacer.AcquireAsync("catalogs", CallPriority.Read, CancellationToken.None);
        });

        act.Should().Throw<ArgumentException>().WithMessage("*'test:1' has no group 'catalogs'; it has default*");
    }

    [Fact]
    public void The_budget_says_what_is_used_left_and_when_the_next_call_may_go()
    {
        var limit = new RateLimit { Name = "default", Permits = 10, Window = TimeSpan.FromMinutes(1), Kind = RateLimitKind.SlidingWindow, Source = "test" };
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await Pacer.OpenAsync(
                new() { Account = "test:1", Groups = [RateGroup.Of(limit)] }, time, null, CancellationToken.None);
            for (var call = 0; call < 6; call++)
            {
                await SendAsync(pacer, "default");
            }

            var budget = pacer.Budgets().Should().ContainSingle().Subject;

            budget.AccountLimit.Should().Be(10);
            budget.Allowed.Should().Be(6);
            budget.Used.Should().Be(6);
            budget.Share.Should().Be(0.6m);
            budget.NextPermit.Should().BeAfter(time.GetUtcNow() + TimeSpan.FromSeconds(45));
            budget.HeldUntil.Should().BeNull();
        });
    }

    [Fact]
    public void Waiters_end_when_the_pacer_is_closed()
    {
        var time = new ManualTimeProvider();

        VirtualTime.Run(time, async () =>
        {
            var pacer = await OpenAsync(time);
            await SendAsync(pacer, "default");
            var waiting = pacer.AcquireAsync("default", CallPriority.Read, CancellationToken.None);

            await pacer.DisposeAsync();

            await waiting.Invoking(task => task).Should().ThrowAsync<ObjectDisposedException>();
        });
    }

    private static ValueTask<Pacer> OpenAsync(ManualTimeProvider time) =>
        Pacer.OpenAsync(new() { Account = "test:1", Groups = [RateGroup.Of(Slow)], Share = 1m }, time, null, CancellationToken.None);

    private static async Task SendAsync(Pacer pacer, string group)
    {
        using var grant = await pacer.AcquireAsync(group, CallPriority.Read, CancellationToken.None);
        pacer.TrySend(grant).Should().BeTrue();
        await pacer.ReportAsync(grant, RateSignal.Silent, CancellationToken.None);
    }

    private static List<RateDemand> Serve(IReadOnlyList<RateDemand> demands)
    {
        var time = new ManualTimeProvider();
        var served = new List<RateDemand>();
        VirtualTime.Run(time, async () =>
        {
            await using var pacer = await OpenAsync(time);
            await Task.WhenAll(demands.Select(demand => CallAsync(pacer, demand)));
        });
        return served;

        async Task CallAsync(Pacer pacer, RateDemand demand)
        {
            using var grant = await pacer.AcquireAsync(demand, CancellationToken.None);
            pacer.TrySend(grant);
            served.Add(demand);
        }
    }
}
