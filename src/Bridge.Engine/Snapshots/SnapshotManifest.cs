using Bridge.Engine.Artifacts;
using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Programs;

namespace Bridge.Engine.Snapshots;

/// <summary>The table of contents of a snapshot; written last.</summary>
public sealed record SnapshotManifest
{
    /// <summary>Version of the snapshot format.</summary>
    public int Format { get; init; } = 1;

    /// <summary>Id.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>Which side.</summary>
    public required SnapshotSide Side { get; init; }

    /// <summary>Connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Rail id.</summary>
    public required string Rail { get; init; }

    /// <summary>Version of the connector.</summary>
    public required string ConnectorVersion { get; init; }

    /// <summary>The program.</summary>
    public required Program Program { get; init; }

    /// <summary>When reading began: what changed later is not in it.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was sealed.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>Entities that were read.</summary>
    public required ValueList<SnapshotEntity> Entities { get; init; }

    /// <summary>Entities that the rail cannot list; what is known of them rests on the id map.</summary>
    public ValueList<EntityKind> NotListable { get; init; } = [];

    /// <summary>Number of findings.</summary>
    public long Findings { get; init; }

    /// <summary>SHA-256 of the file of findings; null in snapshots that have none.</summary>
    public string? FindingsHash { get; init; }

    /// <summary>SHA-256 over rail, program, entities with their counts and hashes, and findings; times and layout are not in it.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256 over this whole document with an empty seal: a changed byte of it shows.</summary>
    public string? Seal { get; init; }

    /// <summary>The entry of an entity, or null.</summary>
    public SnapshotEntity? Of(EntityKind entity) => Entities.FirstOrDefault(entry => entry.Entity == entity);
}
