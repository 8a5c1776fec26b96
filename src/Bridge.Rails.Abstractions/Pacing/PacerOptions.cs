namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>Settings of one rate account.</summary>
public sealed record PacerOptions
{
    /// <summary>Share of every limit that Bridge takes when nothing else is said.</summary>
    public const decimal DefaultShare = 0.6m;

    /// <summary>
    /// Name of what the rail limits: rail and account, user or address, for example <c>impact:IRabc123</c>. It is the key in
    /// the ledger and appears in logs, so it holds no secret.
    /// </summary>
    public required string Account { get; init; }

    /// <summary>Groups of endpoints, normally those of the rail's profile.</summary>
    public required IReadOnlyList<RateGroup> Groups { get; init; }

    /// <summary>Share of each limit Bridge may use, above 0 and at most 1; the rest belongs to the brand's other systems.</summary>
    public decimal Share { get; init; } = DefaultShare;

    /// <summary>Calls in flight on the account, all groups together.</summary>
    public int MaxConcurrency { get; init; } = 4;

    /// <summary>Seed of the jitter in waits after refusals without a hint.</summary>
    public int JitterSeed { get; init; } = 1;

    internal void Check()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Account);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Share, 0m);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Share, 1m);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrency, 1);
        if (Groups.Count == 0 || Groups.Any(group => group.Limits.Count == 0))
        {
            throw new ArgumentException($"Rate account '{Account}': every account needs a group and every group a limit.");
        }

        foreach (var limit in Groups.SelectMany(group => group.Limits))
        {
            limit.Check();
        }

        if (Groups.GroupBy(group => group.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Rate account '{Account}': the group '{twice.Key}' is declared twice.");
        }

        var unequal = Groups.SelectMany(group => group.Limits).GroupBy(limit => limit.Name).FirstOrDefault(same => same.Distinct().Count() > 1);
        if (unequal is not null)
        {
            throw new ArgumentException($"Rate account '{Account}': the limit '{unequal.Key}' is declared with different numbers in different groups.");
        }
    }
}
