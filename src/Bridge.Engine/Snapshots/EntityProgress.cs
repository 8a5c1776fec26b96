using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Snapshots;

/// <summary>How far one entity is, counted in sealed parts: what a checkpoint keeps.</summary>
public sealed record EntityProgress
{
    /// <summary>Entity.</summary>
    public required EntityKind Entity { get; init; }

    /// <summary>Version of the record layout of its parts.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Sealed parts in order.</summary>
    public ValueList<SnapshotPart> Parts { get; init; } = [];

    /// <summary>Where reading continues behind the sealed parts; null from the start, and when it is complete.</summary>
    public string? Cursor { get; init; }

    /// <summary>True when the last page is in a sealed part.</summary>
    public bool Complete { get; init; }

    /// <summary>Pages in sealed parts.</summary>
    public long Pages { get; init; }

    /// <summary>What became of the rows of these pages.</summary>
    public RowCounts Rows { get; init; }

    /// <summary>Number of records that the rail last named; null when it does not say.</summary>
    public long? Total { get; init; }

    /// <summary>Findings in sealed parts.</summary>
    public long Findings { get; init; }
}
