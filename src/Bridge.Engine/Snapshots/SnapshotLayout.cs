namespace Bridge.Engine.Snapshots;

/// <summary>How a snapshot is cut into parts and blocks. No hash of a snapshot depends on it.</summary>
public sealed record SnapshotLayout
{
    /// <summary>The usual layout.</summary>
    public static SnapshotLayout Default { get; } = new();

    /// <summary>A part is closed behind the page with which it reaches this many records.</summary>
    public int PartRecords { get; init; } = 32 * 1024;

    /// <summary>A part is closed behind the page with which its records and findings reach this many bytes.</summary>
    public long PartBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>
    /// Largest block; a record that is larger gets a block of its own. One block per part is in memory while reading, and one
    /// block is what a look at a single record costs. The usual size stays below the large object heap.
    /// </summary>
    public int BlockBytes { get; init; } = 64 * 1024;

    /// <summary>Seed of the 64-bit fingerprints; the same for all snapshots that are compared with each other.</summary>
    public long FingerprintSeed { get; init; }
}
