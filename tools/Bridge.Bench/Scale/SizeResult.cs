namespace Bridge.Bench.Scale;

/// <summary>The figures of one size.</summary>
internal sealed record SizeResult
{
    /// <summary>What the pack holds.</summary>
    public required PackSize Pack { get; init; }

    /// <summary>Accounts of the target that are partners of the pack.</summary>
    public required int Held { get; init; }

    /// <summary>The dry run.</summary>
    public required MeasuredRun Run { get; init; }

    /// <summary>Requests to the target.</summary>
    public required int Calls { get; init; }

    /// <summary>Changes on the target, by its own log.</summary>
    public required int Changes { get; init; }

    /// <summary>Least time that these requests take under a usual limit, in seconds: what the figures leave out.</summary>
    public required long SecondsAtUsualLimit { get; init; }

    /// <summary>Where the files are; null when they were removed.</summary>
    public string? Folder { get; init; }
}
