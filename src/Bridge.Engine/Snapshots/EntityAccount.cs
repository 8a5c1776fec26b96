using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>Counts and hashes an entity while it is streamed, to compare it with its manifest entry at the end.</summary>
internal sealed class EntityAccount(SnapshotEntity entity, IRecordShape shape) : IDisposable
{
    private readonly ContentHash hash = new(shape);
    private long records;
    private long repeated;

    public void Add(RunMerge merge)
    {
        records++;
        repeated += merge.Duplicates + merge.Conflicts;
        hash.Append(merge.Record.Span);
    }

    /// <exception cref="SnapshotCorruptException">A record is missing, surplus or changed.</exception>
    public void Check(ArtifactKey manifest)
    {
        var stored = entity.Parts.Sum(part => part.Records);
        if (records != entity.Records || records + repeated != stored)
        {
            throw new SnapshotCorruptException(
                manifest, EntityNames.Of(entity.Entity), $"it says {entity.Records} records of {stored} rows, the parts give {records} of {records + repeated}.");
        }

        if (hash.Finish() != entity.Hash)
        {
            throw new SnapshotCorruptException(manifest, EntityNames.Of(entity.Entity), "the records read do not give the hash that was sealed.");
        }
    }

    public void Dispose() => hash.Dispose();
}
