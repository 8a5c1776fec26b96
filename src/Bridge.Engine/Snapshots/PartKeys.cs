using Bridge.Engine.Artifacts;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>The three files of a part.</summary>
internal sealed record PartKeys(ArtifactKey Segment, ArtifactKey Fingerprints, ArtifactKey Raw)
{
    public static PartKeys Of(MigrationKeys keys, SnapshotSide side, string snapshotId, EntityKind entity, int number) => new(
        keys.Part(side, snapshotId, entity, number, "seg"),
        keys.Part(side, snapshotId, entity, number, "fp"),
        keys.Part(side, snapshotId, entity, number, "raw"));
}
