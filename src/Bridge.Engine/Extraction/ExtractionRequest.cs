using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Extraction;

/// <summary>What is to be extracted.</summary>
public sealed record ExtractionRequest
{
    /// <summary>Which side the snapshot is of.</summary>
    public required SnapshotSide Side { get; init; }

    /// <summary>True to read conversions as well.</summary>
    public bool Conversions { get; init; }

    /// <summary>Start of the time of conversions; null for the reader's default.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End of the time of conversions; null for the time at which extraction began.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True to leave an interrupted extraction behind and begin anew.</summary>
    public bool StartAnew { get; init; }
}
