using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;

namespace Bridge.Engine.Extraction;

/// <summary>How an extraction ended: with a sealed snapshot or with a failure from which it can go on.</summary>
public sealed record ExtractionResult
{
    /// <summary>The sealed snapshot; null when it failed.</summary>
    public SnapshotManifest? Manifest { get; init; }

    /// <summary>The failure; null when it was sealed.</summary>
    public ExtractionFailure? Failure { get; init; }

    /// <summary>Id of the snapshot, sealed or not; null when the program could not be read.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>True when it went on behind an earlier attempt.</summary>
    public bool Resumed { get; init; }

    /// <summary>Inventory: how far each entity is that was begun.</summary>
    public IReadOnlyList<EntityProgress> Entities { get; init; } = [];

    /// <summary>Entities that the rail could list, but not with the settings of this connection.</summary>
    public IReadOnlyList<EntityKind> NotOffered { get; init; } = [];
}
