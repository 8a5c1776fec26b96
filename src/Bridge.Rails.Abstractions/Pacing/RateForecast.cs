namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>Least times under the pacer law for an account that starts unused. Pure; for plans, which know no live pacer.</summary>
public static class RateForecast
{
    /// <summary>Least time from the first to the last of so many calls of one group. Zero for none or one call.</summary>
    /// <param name="group">The group with its limits.</param>
    /// <param name="share">Share of each limit that Bridge takes, above 0 and at most 1.</param>
    /// <param name="calls">Number of calls.</param>
    public static TimeSpan LeastTime(RateGroup group, decimal share, long calls)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfNegative(calls);
        return group.Limits.Max(limit => RateLane.Create(limit, share, seed: 1).LeastTime(calls, TimeSpan.Zero, settled: true));
    }
}
