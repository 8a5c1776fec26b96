namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// One limit with its memory. Times are measured from the pacer's start on a monotonic clock. Not thread-safe: the pacer
/// calls it under its lock. A permit is taken, then either sent or returned; what counts for the law is the sending time.
/// </summary>
internal abstract class RateLane(RateLimit limit, decimal share, int seed)
{
    /// <summary>Below this part of the limit left for everybody, Bridge pauses for the others.</summary>
    private const decimal YieldBelow = 0.10m;
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(60);
    private readonly Random jitter = new(seed);
    private readonly ShareControl control = new();
    private TimeSpan heldUntil = TimeSpan.MinValue;
    private long lastSignal = -1;
    private int told = limit.Permits;
    private int? remaining;
    private decimal others;
    private TimeSpan othersUntil = TimeSpan.MinValue;

    internal RateLimit Limit { get; } = limit;

    internal bool HintCapped { get; private set; }

    /// <summary>Permits taken and not sent yet.</summary>
    protected int Pending { get; private set; }

    /// <summary>Calls per window of the whole account: the published figure, narrowed by what the rail says.</summary>
    protected int AccountLimit => told;

    protected TimeSpan? LastTaken { get; private set; }

    protected TimeSpan HeldUntil => heldUntil;

    internal static RateLane Create(RateLimit limit, decimal share, int seed) =>
        limit.Kind == RateLimitKind.Bucket ? new BucketLane(limit, share, seed) : new WindowLane(limit, share, seed);

    /// <summary>Earliest time of the next permit; <see cref="TimeSpan.MaxValue"/> when a taken one must be sent or returned first.</summary>
    internal TimeSpan NextPermit(TimeSpan now)
    {
        var law = NextByLaw(now);
        return law > heldUntil ? law : heldUntil;
    }

    internal void Take(TimeSpan now)
    {
        Pending++;
        LastTaken = now;
    }

    internal void Return() => Pending--;

    internal void Sent(long number, TimeSpan now)
    {
        Pending--;
        OnSent(number, now);
    }

    /// <summary>Learns from an answer. <paramref name="number"/> orders the calls: an older answer than the last one says nothing about the budget.</summary>
    internal void Observe(long number, TimeSpan sentAt, TimeSpan now, RateSignal signal)
    {
        HintCapped = signal.Capped || (HintCapped && now < heldUntil);
        if (signal.Refused)
        {
            Refuse(sentAt, now, signal);
            return;
        }

        control.Succeeded(sentAt);
        OnAnswered(number, now - sentAt);
        if (number > lastSignal)
        {
            lastSignal = number;
            Heed(now, signal);
        }
    }

    internal void Hold(TimeSpan until) => heldUntil = until > heldUntil ? until : heldUntil;

    internal RateBudget Describe(string account, TimeSpan now, DateTimeOffset wallNow)
    {
        var next = NextPermit(now);
        return new()
        {
            Account = account,
            Limit = Limit.Name,
            AccountLimit = told,
            Allowed = Allowed(now),
            Used = Used(now),
            Remaining = remaining,
            Window = Limit.Window,
            Share = share * control.Factor(now),
            NextPermit = next <= now ? wallNow : next == TimeSpan.MaxValue ? DateTimeOffset.MaxValue : wallNow + (next - now),
            HeldUntil = heldUntil > now ? wallNow + (heldUntil - now) : null,
            HintCapped = HintCapped && heldUntil > now,
        };
    }

    internal RateLimitState Capture(TimeSpan now, DateTimeOffset wallNow, int reserve) => Capture(now, wallNow) with
    {
        Name = Limit.Name,
        Reserved = Pending + reserve,
        Factor = control.Factor(now),
        HeldUntil = heldUntil > now ? wallNow + (heldUntil - now) : null,
    };

    /// <param name="state">What was saved.</param>
    /// <param name="now">Now on the monotonic clock.</param>
    /// <param name="wallNow">Now on the wall clock.</param>
    /// <param name="gap">Time since the state was saved; zero when the wall clock went backwards, which only makes us wait longer.</param>
    internal void Restore(RateLimitState state, TimeSpan now, DateTimeOffset wallNow, TimeSpan gap)
    {
        control.Restore(state.Factor, now - gap);
        RestoreSent(state, now, wallNow, gap);
        if (state.HeldUntil is { } until && until > wallNow)
        {
            Hold(now + Min(until - wallNow, RateSignalReader.LongestWait));
        }
    }

    internal abstract TimeSpan LeastTime(long calls, TimeSpan now, bool settled);

    /// <summary>Calls that count against <see cref="Allowed"/> at the moment.</summary>
    protected abstract int Used(TimeSpan now);

    protected abstract TimeSpan NextByLaw(TimeSpan now);

    protected abstract void OnSent(long number, TimeSpan now);

    protected abstract void OnAnswered(long number, TimeSpan roundTrip);

    protected abstract void OnRefused();

    protected abstract RateLimitState Capture(TimeSpan now, DateTimeOffset wallNow);

    protected abstract void RestoreSent(RateLimitState state, TimeSpan now, DateTimeOffset wallNow, TimeSpan gap);

    /// <summary>Calls per window that Bridge may send, at least one.</summary>
    internal int Allowed(TimeSpan now)
    {
        var allowed = told * Portion(now);
        if (now < othersUntil)
        {
            allowed = Math.Min(allowed, (told * (1m - YieldBelow)) - others);
        }

        return Math.Max(1, (int)decimal.Floor(allowed));
    }

    /// <summary>Part of the rail's limit in force.</summary>
    protected decimal Portion(TimeSpan now) => share * control.Factor(now);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private void Refuse(TimeSpan sentAt, TimeSpan now, RateSignal signal)
    {
        var first = control.Refused(sentAt, now);
        if (first)
        {
            OnRefused();
        }

        if (signal.Wait is { } hint && hint > TimeSpan.Zero)
        {
            Hold(now + hint);
        }
        else if (first)
        {
            Hold(now + Backoff(control.RefusalsInARow));
        }
    }

    // From two seconds, doubled up to a minute, with full jitter above the two seconds.
    private TimeSpan Backoff(int refusals)
    {
        var longest = Min(FirstBackoff * Math.Pow(2, Math.Min(refusals - 1, 10)), LongestBackoff);
        return FirstBackoff + ((longest - FirstBackoff) * jitter.NextDouble());
    }

    private void Heed(TimeSpan now, RateSignal signal)
    {
        // A header that speaks of another window, or of less than a tenth of the published limit, is about something else.
        var ours = signal.Window is null || signal.Window == Limit.Window;
        if (ours && signal.Limit is { } limitNow && limitNow * 10L >= Limit.Permits)
        {
            told = Math.Min(Limit.Permits, limitNow);
        }

        if (!ours || signal.Remaining is not { } left)
        {
            return;
        }

        remaining = left;
        var total = signal.Limit ?? told;
        others = Math.Max(0, total - left - Used(now));
        if (others > told * Math.Max(1m - share, 0.05m))
        {
            othersUntil = now + Limit.Window;
        }

        if (left < total * YieldBelow && others > Math.Max(1m, total * 0.05m))
        {
            Hold(now + (signal.ResetAfter ?? Min(Limit.Window / 10, TimeSpan.FromMinutes(1))));
        }
    }
}
