using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>One entity of a snapshot, with the account of its rows: rows = records + totals + duplicates + unreadable + conflicts.</summary>
public sealed record SnapshotEntity
{
    /// <summary>Entity.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Version of the record layout.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Rows read.</summary>
    public required long Rows { get; init; }

    /// <summary>Distinct records.</summary>
    public required long Records { get; init; }

    /// <summary>Summary rows.</summary>
    public required long Totals { get; init; }

    /// <summary>Rows that repeat a record exactly.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Rows with the key of another record and other content: the first one by content order is kept, a finding names both.</summary>
    public required long Conflicts { get; init; }

    /// <summary>Rows that could not be read.</summary>
    public required long Unreadable { get; init; }

    /// <summary>Parts in order.</summary>
    public required ValueList<SnapshotPart> Parts { get; init; }

    /// <summary>SHA-256 over the compared bytes of the records in key order: page order, restarts and part limits do not change it.</summary>
    public required string Hash { get; init; }

    /// <summary>True when every row is accounted for.</summary>
    public bool Balanced() => Rows == Records + Totals + Duplicates + Conflicts + Unreadable;
}
