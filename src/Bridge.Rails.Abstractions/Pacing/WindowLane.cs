namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// N calls in any window of length W. The first N are spread over a quarter of W (but never more than two seconds apart);
/// after that every call takes the place of an earlier one, no sooner than W + J after that one was sent, J being how late it
/// may have arrived. A fixed window of unknown phase is kept by the same law.
/// </summary>
internal sealed class WindowLane(RateLimit limit, decimal share, int seed) : RateLane(limit, share, seed)
{
    private const int CapturePoints = 100;
    private static readonly TimeSpan WidestGap = TimeSpan.FromSeconds(2);
    private readonly List<Call> sent = [];
    private readonly DelaySpread spread = new(limit.Window);
    private TimeSpan? nextRelease;

    internal override TimeSpan LeastTime(long calls, TimeSpan now, bool settled)
    {
        if (calls <= 0)
        {
            return TimeSpan.Zero;
        }

        var period = Limit.Window + (settled ? spread.Floor : spread.Margin);
        var allowed = Allowed(now);
        var gap = Gap(allowed);
        var start = HeldUntil > now ? HeldUntil : now;
        var previous = LastTaken is { } last && last + gap > start ? last : start - gap;
        var releases = sent.Select(Release).Order().ToList();
        var free = allowed - sent.Count - Pending;
        var times = new TimeSpan[Math.Min(calls, allowed)];
        for (var index = 0; index < times.Length; index++)
        {
            var place = index - free;
            var release = place < 0 ? start : place < releases.Count ? releases[place] : now + period;
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
        var allowed = Allowed(now);
        var spaced = LastTaken + Gap(allowed) ?? TimeSpan.MinValue;
        if (sent.Count + Pending < allowed)
        {
            return spaced;
        }

        DropOld(now);
        var place = sent.Count + Pending - allowed;
        if (place < 0)
        {
            return spaced;
        }

        if (place >= sent.Count)
        {
            return TimeSpan.MaxValue;
        }

        var release = place == 0 ? NextRelease() : sent.Select(Release).Order().ElementAt(place);
        return release > spaced ? release : spaced;
    }

    protected override void OnSent(long number, TimeSpan now)
    {
        sent.Add(new(number, now, null));
        nextRelease = null;
    }

    protected override void OnAnswered(long number, TimeSpan roundTrip)
    {
        spread.Observe(roundTrip);
        nextRelease = null;
        var index = sent.FindLastIndex(call => call.Number == number);
        if (index >= 0)
        {
            sent[index] = sent[index] with { RoundTrip = roundTrip };
        }
    }

    protected override void OnRefused()
    {
        spread.Widen();
        nextRelease = null;
    }

    protected override RateLimitState Capture(TimeSpan now, DateTimeOffset wallNow)
    {
        DropOld(now);
        var points = new List<SentCalls>();
        var step = Limit.Window / CapturePoints;
        var arrivals = sent.Select(call => call.SentAt + spread.Lateness(call.RoundTrip)).Order().ToList();
        for (var index = 0; index < arrivals.Count;)
        {
            var (begin, count) = (arrivals[index], 0);
            for (; index < arrivals.Count && arrivals[index] - begin <= step; index++)
            {
                count++;
            }

            points.Add(new(wallNow - (now - arrivals[index - 1]), count));
        }

        return new() { Name = "", Sent = points, Reserved = 0, Debt = TimeSpan.Zero, Factor = 1m };
    }

    protected override void RestoreSent(RateLimitState state, TimeSpan now, DateTimeOffset wallNow, TimeSpan gap)
    {
        foreach (var point in state.Sent)
        {
            // With a wall clock that went backwards the point lies in the future: it then counts as sent now.
            var age = wallNow > point.At ? wallNow - point.At : TimeSpan.Zero;
            Add(now - age, point.Count);
        }

        Add(now, state.Reserved);
    }

    private void Add(TimeSpan at, int count)
    {
        sent.AddRange(Enumerable.Repeat(new Call(0, at, TimeSpan.Zero), count));
        nextRelease = null;
    }

    private void DropOld(TimeSpan now)
    {
        if (NextRelease() <= now)
        {
            sent.RemoveAll(call => Release(call) <= now);
            nextRelease = null;
        }
    }

    private TimeSpan NextRelease() => nextRelease ??= sent.Count == 0 ? TimeSpan.MaxValue : sent.Min(Release);

    private TimeSpan Release(Call call) => call.SentAt + Limit.Window + spread.Margin + spread.Lateness(call.RoundTrip);

    private TimeSpan Gap(int allowed)
    {
        var quarter = Limit.Window / (4L * allowed);
        return quarter < WidestGap ? quarter : WidestGap;
    }

    /// <param name="Number">Number of the grant; 0 when restored.</param>
    /// <param name="SentAt">Sending time.</param>
    /// <param name="RoundTrip">Time to the answer; null while it is open or when none came.</param>
    private readonly record struct Call(long Number, TimeSpan SentAt, TimeSpan? RoundTrip);
}
