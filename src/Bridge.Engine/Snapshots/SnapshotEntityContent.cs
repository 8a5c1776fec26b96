using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>An entity without its parts, as it goes into the hash of a snapshot.</summary>
internal sealed record SnapshotEntityContent(
    EntityKind Entity, int SchemaVersion, long Rows, long Records, long Totals, long Duplicates, long Conflicts, long Unreadable, string Hash)
{
    public static SnapshotEntityContent Of(SnapshotEntity entity) => new(
        entity.Entity, entity.SchemaVersion, entity.Rows, entity.Records, entity.Totals, entity.Duplicates, entity.Conflicts, entity.Unreadable, entity.Hash);
}
