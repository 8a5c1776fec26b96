using System.Runtime.CompilerServices;
using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Snapshots;

/// <summary>The whole snapshots of a migration. One without a manifest is not whole and is never shown.</summary>
/// <param name="store">Where they rest.</param>
/// <param name="keys">Paths of the migration.</param>
public sealed class SnapshotStore(IArtifactStore store, MigrationKeys keys)
{
    /// <summary>How many bytes of blocks an open snapshot keeps for reading by location.</summary>
    public long CacheBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Ids of the whole snapshots of a side, in ordinal order, which is the order of time.</summary>
    public async IAsyncEnumerable<string> ListAsync(SnapshotSide side, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var prefix = keys.Snapshots(side);
        await foreach (var key in store.ListAsync(prefix, cancellationToken))
        {
            var rest = key.Path.AsSpan(prefix.Length);
            if (rest.EndsWith("/manifest.json") && rest.Count('/') == 1)
            {
                yield return rest[..rest.IndexOf('/')].ToString();
            }
        }
    }

    /// <summary>The snapshot of a side that began last, or null when there is none.</summary>
    /// <exception cref="SnapshotCorruptException">A manifest was changed; named rather than passed over.</exception>
    public async Task<Snapshot?> FindNewestAsync(SnapshotSide side, CancellationToken cancellationToken)
    {
        Snapshot? newest = null;
        await foreach (var id in ListAsync(side, cancellationToken))
        {
            if (await OpenAsync(side, id, cancellationToken) is { } snapshot &&
                (newest is null || snapshot.Manifest.StartedAt >= newest.Manifest.StartedAt))
            {
                newest = snapshot;
            }
        }

        return newest;
    }

    /// <summary>A snapshot by id, or null when there is no whole one of that id.</summary>
    /// <exception cref="SnapshotCorruptException">The manifest was changed.</exception>
    public async Task<Snapshot?> OpenAsync(SnapshotSide side, string snapshotId, CancellationToken cancellationToken)
    {
        if (!ArtifactKey.IsSegment(snapshotId))
        {
            return null;
        }

        var key = keys.Manifest(side, snapshotId);
        if (await ManifestFile.ReadAsync(store, key, cancellationToken) is not { } manifest)
        {
            return null;
        }

        return manifest.SnapshotId == snapshotId && manifest.Side == side
            ? new Snapshot(store, keys, manifest, CacheBytes)
            : throw new SnapshotCorruptException(key, "file", "it is the manifest of another snapshot.");
    }

    /// <summary>Reads every byte of a snapshot and compares it with what was sealed.</summary>
    /// <returns>All problems, none of them thrown.</returns>
    public Task<SnapshotVerification> VerifyAsync(Snapshot snapshot, CancellationToken cancellationToken) =>
        new SnapshotVerifier(store, keys, snapshot).VerifyAsync(cancellationToken);
}
