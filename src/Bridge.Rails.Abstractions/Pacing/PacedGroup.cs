namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>One rate group at work: its limits, its waiters and its calls in flight.</summary>
internal sealed class PacedGroup(RateGroup group, IReadOnlyList<RateLane> lanes)
{
    internal string Name => group.Name;

    internal IReadOnlyList<RateLane> Lanes { get; } = lanes;

    internal FairQueue Waiters { get; } = new();

    internal int InFlight { get; set; }

    /// <summary>Whether somebody waits and the group has a place in flight.</summary>
    internal bool IsWaiting => Waiters.Count > 0 && (group.MaxConcurrency is not { } most || InFlight < most);

    internal TimeSpan NextPermit(TimeSpan now)
    {
        var latest = TimeSpan.MinValue;
        foreach (var lane in Lanes)
        {
            var permit = lane.NextPermit(now);
            latest = permit > latest ? permit : latest;
        }

        return latest;
    }
}
