using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>Opens the parts of an entity as one merge.</summary>
internal static class PartSet
{
    public static Task<RunMerge> OpenAsync(
        IArtifactStore store, MigrationKeys keys, SnapshotSide side, string snapshotId, EntityKind entity, IReadOnlyList<SnapshotPart> parts, IRecordShape shape, CancellationToken cancellationToken) =>
        OpenAsync(store, part => keys.Part(side, snapshotId, entity, part, "seg"), parts, shape, entity, footer => footer.Records, cancellationToken);

    public static Task<RunMerge> OpenFindingsAsync(
        IArtifactStore store, MigrationKeys keys, SnapshotSide side, string snapshotId, EntityKind entity, IReadOnlyList<SnapshotPart> parts, CancellationToken cancellationToken) =>
        OpenAsync(store, part => keys.Part(side, snapshotId, entity, part, "seg"), parts, new FindingShape(entity), entity, footer => footer.Findings, cancellationToken);

    private static async Task<RunMerge> OpenAsync(
        IArtifactStore store,
        Func<int, ArtifactKey> keyOf,
        IReadOnlyList<SnapshotPart> parts,
        IRecordShape shape,
        EntityKind entity,
        Func<SegmentFooter, IReadOnlyList<SegmentBlock>> blocksOf,
        CancellationToken cancellationToken)
    {
        var cursors = new List<SegmentCursor>(parts.Count);
        try
        {
            foreach (var part in parts)
            {
                var reader = await SegmentReader.OpenAsync(store, keyOf(part.Number), cancellationToken);
                cursors.Add(new SegmentCursor(reader, blocksOf(reader.Footer), part.Number));
                Check(reader, part, entity, shape);
            }
        }
        catch
        {
            foreach (var cursor in cursors)
            {
                await cursor.DisposeAsync();
            }

            throw;
        }

        return new RunMerge(cursors, shape);
    }

    private static void Check(SegmentReader reader, SnapshotPart part, EntityKind entity, IRecordShape shape)
    {
        var footer = reader.Footer;
        if (footer.Entity != entity || footer.RecordCount != part.Records || footer.FindingCount != part.Findings)
        {
            throw new SnapshotCorruptException(
                reader.Key,
                "footer",
                $"it announces {footer.RecordCount} {footer.Entity} records and {footer.FindingCount} findings, the manifest {part.Records} {entity} records and {part.Findings} findings.");
        }

        if (footer.SchemaVersion > shape.SchemaVersion)
        {
            throw new SnapshotCorruptException(
                reader.Key, "header", $"its record layout {footer.SchemaVersion} is later than {shape.SchemaVersion}, the one this version reads: use a later version.");
        }
    }

    /// <summary>Findings carry everything in their key.</summary>
    private sealed class FindingShape(EntityKind entity) : IRecordShape
    {
        public EntityKind Entity => entity;

        public int SchemaVersion => int.MaxValue;

        public string KeyOf(ReadOnlySpan<byte> record) => "";

        public ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> record) => record;
    }
}
