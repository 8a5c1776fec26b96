using System.Text;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots;

/// <summary>Reads every file of a snapshot: hashes, block checksums, key order, keys inside records, fingerprints, counts and entity hashes.</summary>
internal sealed class SnapshotVerifier(IArtifactStore store, MigrationKeys keys, Snapshot snapshot)
{
    private readonly List<SnapshotProblem> problems = [];
    private int files;
    private int rawFilesAbsent;
    private long records;

    private SnapshotManifest Manifest => snapshot.Manifest;

    public async Task<SnapshotVerification> VerifyAsync(CancellationToken cancellationToken)
    {
        foreach (var entity in Manifest.Entities)
        {
            foreach (var part in entity.Parts)
            {
                await VerifyPartAsync(entity, part, cancellationToken);
            }

            await TryAsync(() => VerifyEntityAsync(entity, cancellationToken));
        }

        await VerifyHashAsync(keys.SnapshotFindings(Manifest.Side, Manifest.SnapshotId), Manifest.FindingsHash, cancellationToken);
        return new SnapshotVerification(problems, files, records, rawFilesAbsent);
    }

    private async Task VerifyPartAsync(SnapshotEntity entity, SnapshotPart part, CancellationToken cancellationToken)
    {
        var of = PartKeys.Of(keys, Manifest.Side, Manifest.SnapshotId, entity.Entity, part.Number);
        await VerifyHashAsync(of.Segment, part.Hash, cancellationToken);
        await VerifyHashAsync(of.Fingerprints, part.FingerprintHash, cancellationToken);
        await using (var raw = await store.OpenReadAsync(of.Raw, cancellationToken))
        {
            if (raw is null)
            {
                rawFilesAbsent++;
            }
        }

        if (part.RawHash is not null)
        {
            await VerifyHashAsync(of.Raw, part.RawHash, cancellationToken, mayBeAbsent: true);
        }

        await TryAsync(() => VerifyRecordsAsync(entity, part, of, cancellationToken));
    }

    private async Task VerifyHashAsync(ArtifactKey key, string? expected, CancellationToken cancellationToken, bool mayBeAbsent = false)
    {
        await using var stream = await store.OpenReadAsync(key, cancellationToken);
        if (stream is null)
        {
            if (!mayBeAbsent)
            {
                problems.Add(new SnapshotProblem(key, "file", "it is missing."));
            }

            return;
        }

        files++;
        if ((await FileDigest.OfAsync(stream, cancellationToken)).Sha256 != expected)
        {
            problems.Add(new SnapshotProblem(key, "file", "its SHA-256 is not the one in the manifest: it was changed."));
        }
    }

    private async Task VerifyRecordsAsync(SnapshotEntity entity, SnapshotPart part, PartKeys of, CancellationToken cancellationToken)
    {
        var shape = RecordShapes.Of(entity.Entity);
        var fingerprints = await FingerprintFile.ReadAsync(store, of.Fingerprints, cancellationToken);
        var reader = await SegmentReader.OpenAsync(store, of.Segment, cancellationToken);
        await using var cursor = new SegmentCursor(reader, reader.Footer.Records, part.Number);
        var index = 0;
        var aligned = true;
        while (await cursor.MoveNextAsync(cancellationToken))
        {
            CheckKey(cursor, shape, of);
            aligned = aligned && CheckFingerprint(cursor, shape, fingerprints, index, of);
            index++;
        }

        if (index != part.Records || index != fingerprints.Count)
        {
            problems.Add(new SnapshotProblem(
                of.Segment, "counts", $"it holds {index} records, the manifest says {part.Records}, the fingerprints {fingerprints.Count}."));
        }
    }

    /// <summary>False at the first difference: a record too few or too many shifts all that follow.</summary>
    private bool CheckFingerprint(SegmentCursor cursor, IRecordShape shape, FingerprintFile.Fingerprints fingerprints, int index, PartKeys of)
    {
        var entry = cursor.Current;
        if (index < fingerprints.Count &&
            FingerprintFile.Of(entry.Key, entry.Record, cursor.RecordOffset, shape, fingerprints.Seed) == fingerprints[index])
        {
            return true;
        }

        problems.Add(new SnapshotProblem(of.Fingerprints, $"record '{Encoding.UTF8.GetString(entry.Key)}'", "its fingerprint is of another record or missing."));
        return false;
    }

    private void CheckKey(SegmentCursor cursor, IRecordShape shape, PartKeys of)
    {
        var entry = cursor.Current;
        var key = Encoding.UTF8.GetString(entry.Key);
        if (shape.KeyOf(entry.Record) is var inside && inside != key)
        {
            problems.Add(new SnapshotProblem(of.Segment, $"record '{key}'", $"it holds the record '{inside}'."));
        }
    }

    private async Task VerifyEntityAsync(SnapshotEntity entity, CancellationToken cancellationToken)
    {
        var shape = RecordShapes.Of(entity.Entity);
        using var account = new EntityAccount(entity, shape);
        await using var merge = await PartSet.OpenAsync(
            store, keys, Manifest.Side, Manifest.SnapshotId, entity.Entity, entity.Parts, shape, cancellationToken);
        while (await merge.MoveNextAsync(cancellationToken))
        {
            account.Add(merge);
            records++;
        }

        var manifest = keys.Manifest(Manifest.Side, Manifest.SnapshotId);
        account.Check(manifest);
        if (!entity.Balanced())
        {
            problems.Add(new SnapshotProblem(manifest, EntityNames.Of(entity.Entity), "its rows do not balance."));
        }
    }

    /// <summary>Notes what a check throws, each problem once.</summary>
    private async Task TryAsync(Func<Task> check)
    {
        try
        {
            await check();
        }
        catch (SnapshotCorruptException error)
        {
            Note(new SnapshotProblem(error.Key, error.Place, error.Problem));
        }
        catch (FormatException error)
        {
            Note(new SnapshotProblem(keys.Manifest(Manifest.Side, Manifest.SnapshotId), "records", error.Message));
        }
    }

    private void Note(SnapshotProblem problem)
    {
        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }
    }
}
