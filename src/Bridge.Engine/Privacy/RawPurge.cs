using System.Globalization;
using System.Security.Cryptography;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Snapshots;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Identity;

namespace Bridge.Engine.Privacy;

/// <summary>
/// Removes the raw pages that hold a person. A file of raw pages holds many partners; nothing but a person reads them, and a
/// snapshot stays whole without them: its manifest keeps their hash, and verification counts them as removed.
/// </summary>
/// <param name="store">Artifacts.</param>
/// <param name="keys">Paths of the migration.</param>
/// <param name="vault">Opens raw pages.</param>
internal sealed class RawPurge(IArtifactStore store, MigrationKeys keys, IPersonalVault vault)
{
    /// <summary>Removes them from all snapshots of a side, whole or not.</summary>
    /// <param name="side">Side.</param>
    /// <param name="values">The person's values.</param>
    /// <param name="ids">The partner's ids on that side: pages of partners that hold one go, whatever else can be found in them.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>Each removed file with its hash.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(SnapshotSide side, PersonSearch values, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var byId = new PersonSearch([], [.. ids]);
        var found = new List<ArtifactKey>();
        await foreach (var key in store.ListAsync(keys.Snapshots(side), cancellationToken))
        {
            if (key.Path.EndsWith(".raw", StringComparison.Ordinal) && await HoldsAsync(key, values, byId, cancellationToken))
            {
                found.Add(key);
            }
        }

        var removed = new List<string>();
        foreach (var key in found)
        {
            var hash = await HashAsync(key, cancellationToken);
            await store.DeleteAsync(key, cancellationToken);
            removed.Add($"{key.Path} sha256 {hash}");
        }

        return removed;
    }

    private async Task<bool> HoldsAsync(ArtifactKey key, PersonSearch values, PersonSearch byId, CancellationToken cancellationToken)
    {
        // client/migration/snapshots/side/snapshot/entity/part-00001.raw
        var places = key.Path.Split('/');
        var entity = places[^2];
        var part = int.Parse(places[^1].AsSpan("part-".Length, 5), NumberStyles.None, CultureInfo.InvariantCulture);
        await using var stream = await store.OpenReadAsync(key, cancellationToken);
        if (stream is null)
        {
            return false;
        }

        try
        {
            await foreach (var page in RawFile.ReadAsync(stream, key, PartFolder.RawContext($"{places[^3]}/{entity}", part), vault, cancellationToken))
            {
                if (values.IsIn(page.Bytes.Span) || (entity == EntityNames.Of(EntityKind.Partner) && byId.IsIn(page.Bytes.Span)))
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception error) when (error is CryptographicException or SnapshotCorruptException)
        {
            // What cannot be opened cannot be searched either: nobody can say that the person is not in it.
            return true;
        }
    }

    private async Task<string> HashAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenReadAsync(key, cancellationToken);
        return stream is null ? "" : (await FileDigest.OfAsync(stream, cancellationToken)).Sha256;
    }
}
