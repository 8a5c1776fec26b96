namespace Bridge.Engine.Reporting.DryRun;

/// <summary>How much of a plan a report shows in full. Everything is counted, and every row is in the CSV and JSON files.</summary>
public sealed record ReportLimits
{
    /// <summary>Partners told one by one, the riskiest first.</summary>
    public int Partners { get; init; } = 200;

    /// <summary>Records named in each group.</summary>
    public int Examples { get; init; } = 5;

    /// <summary>Changed contracts shown with their terms.</summary>
    public int TermChanges { get; init; } = 50;

    /// <summary>Contracts and codes shown for one partner, and its links that have a problem; of other links a few.</summary>
    public int PerPartner { get; init; } = 10;
}
