namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>The state of one limit of a rate account, for progress display.</summary>
public sealed record RateBudget
{
    /// <summary>Rate account.</summary>
    public required string Account { get; init; }

    /// <summary>Name of the limit.</summary>
    public required string Limit { get; init; }

    /// <summary>Calls per window that the rail permits the whole account.</summary>
    public required int AccountLimit { get; init; }

    /// <summary>Calls per window that Bridge takes at the moment.</summary>
    public required int Allowed { get; init; }

    /// <summary>Calls of Bridge that count at the moment; for a bucket the tokens not refilled yet.</summary>
    public required int Used { get; init; }

    /// <summary>Calls left for everybody as the rail last said; null when it says nothing.</summary>
    public required int? Remaining { get; init; }

    /// <summary>Length of the window.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Share of the limit in force, as a fraction; below the configured one after a refusal.</summary>
    public required decimal Share { get; init; }

    /// <summary>Earliest time of the next call.</summary>
    public required DateTimeOffset NextPermit { get; init; }

    /// <summary>End of a wait the rail asked for or of a pause for others on the account; null when there is none.</summary>
    public required DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Whether the rail asked for a wait beyond an hour: a person should look at the account.</summary>
    public required bool HintCapped { get; init; }
}
