using System.Text;
using System.Text.Json;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Json;

namespace Bridge.Engine.Snapshots;

/// <summary>The last step of a snapshot: one merge per entity, findings, manifest.</summary>
internal sealed class SnapshotSealer(
    IArtifactStore store,
    MigrationKeys keys,
    SnapshotOrigin origin,
    ValueList<EntityProgress> entities,
    ValueList<EntityKind> notListable,
    DateTimeOffset completedAt)
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();
    private readonly List<SnapshotEntity> counted = [];
    private long findings;

    public async Task<SnapshotManifest> SealAsync(CancellationToken cancellationToken)
    {
        foreach (var entity in entities)
        {
            CheckSums(entity);
        }

        var findingsHash = await WriteFindingsAsync(cancellationToken);
        var manifest = ManifestFile.Close(new SnapshotManifest
        {
            SnapshotId = origin.SnapshotId,
            Side = origin.Side,
            Connection = origin.Connection,
            Rail = origin.Rail,
            ConnectorVersion = origin.ConnectorVersion,
            Program = origin.Program,
            StartedAt = origin.StartedAt,
            CompletedAt = completedAt,
            Entities = counted.ToValueList(),
            NotListable = notListable,
            Findings = findings,
            FindingsHash = findingsHash,
            Hash = "",
        });
        return await WriteManifestAsync(manifest, cancellationToken);
    }

    private static void CheckSums(EntityProgress entity)
    {
        var stored = entity.Parts.Sum(part => part.Records);
        if (!entity.Complete)
        {
            throw new SnapshotIntegrityException(entity.Entity, null, "sealing", "its last page was not read.");
        }

        if (!entity.Rows.Balanced || stored != entity.Rows.Records)
        {
            throw new SnapshotIntegrityException(
                entity.Entity, null, "sealing", $"{entity.Rows} was read, the parts hold {stored} records.");
        }
    }

    /// <summary>Writes the findings; when an interrupted sealing has done so, they must be the same.</summary>
    private async Task<string> WriteFindingsAsync(CancellationToken cancellationToken)
    {
        var key = keys.SnapshotFindings(origin.Side, origin.SnapshotId);
        var digest = default(FileDigest);
        try
        {
            await store.PutAsync(key, async (stream, token) => digest = await MergeAsync(stream, token), cancellationToken);
            return digest.Sha256;
        }
        catch (ArtifactExistsException)
        {
            digest = await MergeAsync(Stream.Null, cancellationToken);
        }

        await using var existing = await store.OpenReadAsync(key, cancellationToken)
            ?? throw new SnapshotCorruptException(key, "file", "it is missing.");
        return await FileDigest.OfAsync(existing, cancellationToken) == digest
            ? digest.Sha256
            : throw new SnapshotCorruptException(key, "file", "it was written by an earlier sealing with other content.");
    }

    private async Task<SnapshotManifest> WriteManifestAsync(SnapshotManifest manifest, CancellationToken cancellationToken)
    {
        var key = keys.Manifest(origin.Side, origin.SnapshotId);
        try
        {
            await store.PutAsync(key, async (stream, token) => await stream.WriteAsync(ManifestFile.ToBytes(manifest), token), cancellationToken);
            return manifest;
        }
        catch (ArtifactExistsException)
        {
            var existing = await ManifestFile.ReadAsync(store, key, cancellationToken);
            return existing?.Hash == manifest.Hash
                ? existing
                : throw new SnapshotCorruptException(key, "file", "it was written by an earlier sealing with other content.");
        }
    }

    private async Task<FileDigest> MergeAsync(Stream stream, CancellationToken cancellationToken)
    {
        counted.Clear();
        findings = 0;
        using var output = new DigestWriter(stream);
        foreach (var entity in entities)
        {
            counted.Add(await MergeAsync(entity, output, cancellationToken));
            await CopyFindingsAsync(entity, output, cancellationToken);
        }

        return output.Finish();
    }

    /// <summary>Streams the records once: counts, conflicts and the hash over compared bytes in key order.</summary>
    private async Task<SnapshotEntity> MergeAsync(EntityProgress entity, DigestWriter output, CancellationToken cancellationToken)
    {
        var shape = RecordShapes.Of(entity.Entity);
        using var hash = new ContentHash(shape);
        long records = 0, duplicates = 0, conflicts = 0;
        await using var merge = await PartSet.OpenAsync(store, keys, origin.Side, origin.SnapshotId, entity.Entity, entity.Parts, shape, cancellationToken);
        while (await merge.MoveNextAsync(cancellationToken))
        {
            records++;
            duplicates += merge.Duplicates;
            conflicts += merge.Conflicts;
            hash.Append(merge.Record.Span);
            if (merge.Conflicts > 0)
            {
                await WriteAsync(ConflictFinding.Of(entity.Entity, Encoding.UTF8.GetString(merge.Key.Span), merge), output, cancellationToken);
            }
        }

        var counts = new SnapshotEntity
        {
            Entity = entity.Entity,
            SchemaVersion = entity.SchemaVersion,
            Rows = entity.Rows.Rows,
            Records = records,
            Totals = entity.Rows.Totals,
            Duplicates = entity.Rows.Duplicates + duplicates,
            Conflicts = conflicts,
            Unreadable = entity.Rows.Unreadable,
            Parts = entity.Parts,
            Hash = hash.Finish(),
        };
        return counts.Balanced()
            ? counts
            : throw new SnapshotIntegrityException(
                entity.Entity, null, "sealing", $"{counts.Rows} rows are not {records} records + {counts.Totals} totals + {counts.Duplicates} duplicates + {conflicts} conflicts + {counts.Unreadable} unreadable.");
    }

    private async Task CopyFindingsAsync(EntityProgress entity, DigestWriter output, CancellationToken cancellationToken)
    {
        await using var merge = await PartSet.OpenFindingsAsync(store, keys, origin.Side, origin.SnapshotId, entity.Entity, entity.Parts, cancellationToken);
        long copied = 0;
        while (await merge.MoveNextAsync(cancellationToken))
        {
            for (var count = 0L; count <= merge.Duplicates; count++)
            {
                await WriteLineAsync(merge.Key, output, cancellationToken);
                copied++;
            }
        }

        if (copied != entity.Findings)
        {
            throw new SnapshotIntegrityException(entity.Entity, null, "sealing", $"{entity.Findings} findings were made, the parts hold {copied}.");
        }
    }

    private Task WriteAsync(Finding finding, DigestWriter output, CancellationToken cancellationToken) =>
        WriteLineAsync(JsonSerializer.SerializeToUtf8Bytes(finding, BridgeJson.Default.Finding), output, cancellationToken);

    private async Task WriteLineAsync(ReadOnlyMemory<byte> line, DigestWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(line, cancellationToken);
        await output.WriteAsync(NewLine, cancellationToken);
        findings++;
    }
}
