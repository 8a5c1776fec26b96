namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// N calls in any window of length W. The first N are spread over a quarter of W (but never more than two seconds apart),
/// then call i leaves no earlier than W + J after call i - N was sent, J being the spread of delays. A fixed window of
/// unknown phase is kept by the same law.
/// </summary>
internal sealed class WindowLane(RateLimit limit, decimal share, int seed) : RateLane(limit, share, seed)
{
    private const int CapturePoints = 100;
    private static readonly TimeSpan WidestGap = TimeSpan.FromSeconds(2);
    private readonly SentLog sent = new();
    private readonly DelaySpread spread = new(limit.Window);

    internal TimeSpan Jitter => spread.Value;

    internal override TimeSpan LeastTime(long calls, TimeSpan now, bool settled)
    {
        if (calls <= 0)
        {
            return TimeSpan.Zero;
        }

        var period = Limit.Window + (settled ? spread.Floor : spread.Value);
        var allowed = Allowed(now);
        var gap = Gap(allowed);
        var start = HeldUntil > now ? HeldUntil : now;
        var previous = LastTaken is { } last && last + gap > start ? last : start - gap;
        var free = allowed - sent.Count - Pending;
        var times = new TimeSpan[Math.Min(calls, allowed)];
        for (var index = 0; index < times.Length; index++)
        {
            var slot = index - free;
            var release = slot < 0 ? start : slot < sent.Count ? sent[slot] + period : now + period;
            previous = release > previous + gap ? release : previous + gap;
            times[index] = previous;
        }

        return times[(calls - 1) % times.Length] + (period * ((calls - 1) / times.Length)) - now;
    }

    protected override int Used(TimeSpan now)
    {
        DropOld(now);
        return sent.Count + Pending;
    }

    protected override TimeSpan NextByLaw(TimeSpan now)
    {
        DropOld(now);
        var allowed = Allowed(now);
        var spaced = LastTaken + Gap(allowed) ?? TimeSpan.MinValue;
        var slot = sent.Count + Pending - allowed;
        if (slot < 0)
        {
            return spaced;
        }

        if (slot >= sent.Count)
        {
            return TimeSpan.MaxValue;
        }

        var release = sent[slot] + Limit.Window + spread.Value;
        return release > spaced ? release : spaced;
    }

    protected override void OnSent(TimeSpan now) => sent.Add(now);

    protected override void OnAnswered(TimeSpan roundTrip) => spread.Observe(roundTrip);

    protected override void OnRefused() => spread.Widen();

    protected override RateLimitState Capture(TimeSpan now, DateTimeOffset wallNow)
    {
        DropOld(now);
        var points = new List<SentCalls>();
        var step = Limit.Window / CapturePoints;
        for (var index = 0; index < sent.Count;)
        {
            var begin = sent[index];
            var count = 0;
            while (index < sent.Count && sent[index] - begin <= step)
            {
                count++;
                index++;
            }

            points.Add(new(wallNow - (now - sent[index - 1]), count));
        }

        return new() { Name = "", Sent = points, Reserved = 0, Debt = TimeSpan.Zero, Jitter = spread.Value, Factor = 1m };
    }

    protected override void RestoreSent(RateLimitState state, TimeSpan now, DateTimeOffset wallNow, TimeSpan gap)
    {
        spread.Restore(state.Jitter);
        foreach (var point in state.Sent.OrderBy(point => point.At))
        {
            // With a wall clock that went backwards the point lies in the future: it then counts as sent now.
            var age = wallNow > point.At ? wallNow - point.At : TimeSpan.Zero;
            Add(now - age, point.Count);
        }

        Add(now, state.Reserved);
    }

    private void Add(TimeSpan at, int count)
    {
        for (var index = 0; index < count; index++)
        {
            sent.Add(at);
        }
    }

    private void DropOld(TimeSpan now) => sent.DropUntil(now - Limit.Window - spread.Value);

    private TimeSpan Gap(int allowed)
    {
        var quarter = Limit.Window / (4L * allowed);
        return quarter < WidestGap ? quarter : WidestGap;
    }
}
