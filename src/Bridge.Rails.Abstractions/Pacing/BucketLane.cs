namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Tokens that refill steadily: three quarters of the burst are spent, then one call each 1/rate. The whole memory is one
/// instant, the time at which the bucket would be full again (generic cell rate algorithm).
/// </summary>
internal sealed class BucketLane(RateLimit limit, decimal share, int seed) : RateLane(limit, share, seed)
{
    private const decimal BurstSpent = 0.75m;
    private TimeSpan fullAt = TimeSpan.MinValue;

    internal override TimeSpan LeastTime(long calls, TimeSpan now, bool settled)
    {
        if (calls <= 0)
        {
            return TimeSpan.Zero;
        }

        var start = HeldUntil > now ? HeldUntil : now;
        var full = fullAt > start ? fullAt : start;
        var last = full + (Interval(now) * (Pending + calls - Burst(now)));
        return (last > start ? last : start) - now;
    }

    protected override int Used(TimeSpan now) =>
        Pending + (fullAt > now ? (int)Math.Ceiling((fullAt - now) / Interval(now)) : 0);

    protected override TimeSpan NextByLaw(TimeSpan now)
    {
        // Permits taken and not sent may all arrive together: they must fit into the burst.
        var unsent = Burst(now) - 1 - Pending;
        return unsent < 0 ? TimeSpan.MaxValue : fullAt == TimeSpan.MinValue ? now : fullAt - (Interval(now) * unsent);
    }

    protected override void OnSent(long number, TimeSpan now) => fullAt = (fullAt > now ? fullAt : now) + Interval(now);

    protected override void OnAnswered(long number, TimeSpan roundTrip)
    {
        // The unspent quarter of the burst covers the spread of delays, so there is nothing to learn.
    }

    protected override void OnRefused()
    {
        // The halved share slows the bucket; the burst shrinks with it.
    }

    protected override RateLimitState Capture(TimeSpan now, DateTimeOffset wallNow) => new()
    {
        Name = "",
        Sent = [],
        Reserved = 0,
        Debt = fullAt > now ? fullAt - now : TimeSpan.Zero,
        Factor = 1m,
    };

    protected override void RestoreSent(RateLimitState state, TimeSpan now, DateTimeOffset wallNow, TimeSpan gap)
    {
        var debt = state.Debt > gap ? state.Debt - gap : TimeSpan.Zero;
        fullAt = now + debt + (Interval(now) * state.Reserved);
    }

    private int Burst(TimeSpan now) => Math.Max(1, (int)decimal.Floor((Limit.Burst ?? 1) * BurstSpent * Portion(now)));

    private TimeSpan Interval(TimeSpan now) => Limit.Window / (double)(AccountLimit * Portion(now));
}
