namespace Bridge.Simulation.Rakuten;

/// <summary>Ground truth of a pack too large to be held: counts alone.</summary>
public sealed record RakutenPackCounts
{
    public required int Publishers { get; init; }

    public required int Offers { get; init; }

    public required int CommissioningLists { get; init; }

    public required int Contracts { get; init; }

    public required int Links { get; init; }

    public required int Codes { get; init; }

    public required int ReportRows { get; init; }

    /// <summary>In name order.</summary>
    public required IReadOnlyList<RakutenFileTruth> Files { get; init; }
}
