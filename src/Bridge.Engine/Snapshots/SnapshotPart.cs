namespace Bridge.Engine.Snapshots;

/// <summary>One sealed part of an entity: a run of records in key order.</summary>
/// <param name="Number">Number from 1.</param>
/// <param name="Records">Records in it.</param>
/// <param name="Bytes">Size of its record file.</param>
/// <param name="Hash">SHA-256 of its record file, lower-case hexadecimal.</param>
/// <param name="RawBytes">Size of its raw pages, encrypted.</param>
public sealed record SnapshotPart(int Number, long Records, long Bytes, string Hash, long RawBytes)
{
    /// <summary>SHA-256 of its fingerprint file; null in snapshots that have none.</summary>
    public string? FingerprintHash { get; init; }

    /// <summary>SHA-256 of its raw pages as they rest, encrypted; null in snapshots that have none.</summary>
    public string? RawHash { get; init; }

    /// <summary>Problems of rows found while it was read.</summary>
    public long Findings { get; init; }
}
