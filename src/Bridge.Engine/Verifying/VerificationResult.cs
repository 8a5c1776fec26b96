using Bridge.Engine.Planning;

namespace Bridge.Engine.Verifying;

/// <summary>What a verification found: the target read afresh and planned again.</summary>
public sealed record VerificationResult
{
    /// <summary>Snapshot of the target that was looked at.</summary>
    public required string TargetSnapshot { get; init; }

    /// <summary>Number of unexplained differences. Zero is the proof.</summary>
    public required long Differences { get; init; }

    /// <summary>The first differences, at most 1,000.</summary>
    public required IReadOnlyList<VerificationDifference> Examples { get; init; }

    /// <summary>Differences that the run itself explains (declined, waiting, blocked ...), by reason: listed, never counted as fine.</summary>
    public required IReadOnlyList<NamedCount> Explained { get; init; }

    /// <summary>Records that are on the target as they should be, seen there.</summary>
    public required long Proved { get; init; }

    /// <summary>Links that the target cannot list: known by their receipts, their URLs checked for form, host and program.</summary>
    public required long ByReceipt { get; init; }

    /// <summary>Links that were computed: their URLs have the proved form, program and partner; the target has never named them.</summary>
    public long ByForm { get; init; }
}
