using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

/// <summary>A rail's own counter in virtual time, written from the definition of each kind and not from the pacer.</summary>
internal sealed class SimulatedLimit(RateLimit limit, TimeSpan phase = default)
{
    private readonly List<TimeSpan> accepted = [];
    private double tokens = limit.Burst ?? 1;
    private TimeSpan refilledAt;

    internal int Refusals { get; private set; }

    internal IReadOnlyList<TimeSpan> Accepted => accepted;

    internal bool Accept(TimeSpan at)
    {
        var fits = limit.Kind switch
        {
            RateLimitKind.Bucket => Draw(at),
            RateLimitKind.SlidingWindow => accepted.Count < limit.Permits || accepted[^limit.Permits] <= at - limit.Window,
            _ => CountSince(WindowStart(at)) < limit.Permits,
        };
        if (fits)
        {
            accepted.Add(at);
        }
        else
        {
            Refusals++;
        }

        return fits;
    }

    internal TimeSpan WindowStart(TimeSpan at) => TimeSpan.FromTicks((at + phase).Ticks / limit.Window.Ticks * limit.Window.Ticks) - phase;

    internal int CountSince(TimeSpan start)
    {
        var count = 0;
        for (var index = accepted.Count - 1; index >= 0 && accepted[index] >= start; index--)
        {
            count++;
        }

        return count;
    }

    private bool Draw(TimeSpan at)
    {
        tokens = Math.Min(limit.Burst ?? 1, tokens + ((at - refilledAt) / limit.Window * limit.Permits));
        refilledAt = at;
        if (tokens < 1)
        {
            return false;
        }

        tokens--;
        return true;
    }
}
