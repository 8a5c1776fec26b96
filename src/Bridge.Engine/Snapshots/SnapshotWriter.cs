using System.Globalization;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Privacy;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Records;

namespace Bridge.Engine.Snapshots;

/// <summary>
/// Writes one snapshot: first the parts of each entity through an <see cref="EntityWriter{T}"/>, then findings and manifest
/// by <see cref="SealAsync"/>. Until the manifest is there the snapshot does not exist for any reader.
/// </summary>
public sealed class SnapshotWriter
{
    private readonly IArtifactStore store;
    private readonly IScratchSpace scratch;
    private readonly IPersonalVault vault;
    private readonly MigrationKeys keys;
    private readonly SnapshotSide side;
    private readonly string snapshotId;
    private readonly SnapshotLayout layout;
    private readonly ChunkPool chunks = new();

    /// <summary>Makes a writer.</summary>
    /// <param name="store">Where parts and manifest rest.</param>
    /// <param name="scratch">Room for the encrypted raw pages of open parts.</param>
    /// <param name="vault">Encrypts raw pages; is made durable before each part.</param>
    /// <param name="keys">Paths of the migration.</param>
    /// <param name="side">Which side is extracted.</param>
    /// <param name="snapshotId">Id of the snapshot, a key segment: lower case.</param>
    /// <param name="layout">Sizes of parts and blocks.</param>
    public SnapshotWriter(
        IArtifactStore store, IScratchSpace scratch, IPersonalVault vault, MigrationKeys keys, SnapshotSide side, string snapshotId, SnapshotLayout layout)
    {
        this.store = store;
        this.scratch = scratch;
        this.vault = vault;
        this.keys = keys;
        this.side = side;
        this.snapshotId = snapshotId;
        this.layout = layout;
    }

    /// <summary>Opens an entity, from the start or behind its sealed parts.</summary>
    /// <param name="codec">Record layout.</param>
    /// <param name="progress">Progress of an interrupted extraction of this snapshot; null from the start.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<EntityWriter<T>> OpenAsync<T>(IRecordCodec<T> codec, EntityProgress? progress, CancellationToken cancellationToken)
    {
        progress ??= new EntityProgress { Entity = codec.Entity, SchemaVersion = codec.SchemaVersion };
        var next = await NextPartAsync(codec.Entity, cancellationToken);
        var folder = new PartFolder(store, scratch, vault, layout, number => Keys(codec.Entity, number), $"{snapshotId}/{EntityNames.Of(codec.Entity)}");
        return new EntityWriter<T>(folder, chunks, codec, progress, next);
    }

    /// <summary>
    /// Counts every record in one merge over all parts, finds duplicates and conflicts, writes the findings and, last of all,
    /// the manifest. Sealing again after an interruption gives the same snapshot.
    /// </summary>
    /// <param name="origin">Where the snapshot comes from.</param>
    /// <param name="entities">The entities that were read, all complete.</param>
    /// <param name="notListable">Entities that the rail cannot list.</param>
    /// <param name="completedAt">Time of sealing.</param>
    /// <param name="cancellationToken">Cancels; nothing visible was written then.</param>
    /// <exception cref="SnapshotIntegrityException">A sum does not balance.</exception>
    /// <exception cref="SnapshotCorruptException">A part is not what was written.</exception>
    public Task<SnapshotManifest> SealAsync(
        SnapshotOrigin origin,
        IReadOnlyList<EntityProgress> entities,
        IEnumerable<EntityKind> notListable,
        DateTimeOffset completedAt,
        CancellationToken cancellationToken)
    {
        var ordered = entities.OrderBy(entity => entity.Entity).ToValueList();
        var sealer = new SnapshotSealer(store, keys, origin, ordered, notListable.Order().ToValueList(), completedAt);
        return sealer.SealAsync(cancellationToken);
    }

    /// <summary>
    /// Parts behind the last checkpoint may exist already when a process died between writing and noting them. They belong to
    /// no snapshot and are never overwritten: numbering goes on behind them.
    /// </summary>
    private async Task<int> NextPartAsync(EntityKind entity, CancellationToken cancellationToken)
    {
        var last = 0;
        var sample = keys.Part(side, snapshotId, entity, 1, "seg").Path;
        var prefix = sample[..(sample.LastIndexOf('/') + 1)];
        await foreach (var key in store.ListAsync(prefix + "part-", cancellationToken))
        {
            var name = key.Path.AsSpan(prefix.Length + "part-".Length);
            if (int.TryParse(name[..Math.Max(0, name.IndexOf('.'))], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                last = Math.Max(last, number);
            }
        }

        return last + 1;
    }

    private PartKeys Keys(EntityKind entity, int number) => PartKeys.Of(keys, side, snapshotId, entity, number);
}
