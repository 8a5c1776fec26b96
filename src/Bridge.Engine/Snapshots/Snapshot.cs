using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Privacy;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Json;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Snapshots;

/// <summary>
/// A sealed snapshot in an artifact store. Blocks are checked while they are read; a stream that was read to its end has
/// also been compared with the counts and the hash of the manifest. Keys come in <see cref="KeyOrder"/>.
/// </summary>
public sealed class Snapshot : ISnapshot
{
    private readonly IArtifactStore store;
    private readonly MigrationKeys keys;
    private readonly BlockCache blocks;

    internal Snapshot(IArtifactStore store, MigrationKeys keys, SnapshotManifest manifest, long cacheBytes)
    {
        this.store = store;
        this.keys = keys;
        Manifest = manifest;
        blocks = new BlockCache(store, (entity, part) => Keys(entity, part).Segment, cacheBytes);
    }

    /// <inheritdoc />
    public SnapshotManifest Manifest { get; }

    /// <inheritdoc />
    /// <exception cref="SnapshotCorruptException">What is stored is not what was sealed.</exception>
    public async IAsyncEnumerable<SnapshotRecord<T>> ReadAsync<T>(IRecordCodec<T> codec, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Manifest.Of(codec.Entity) is not { } entity)
        {
            yield break;
        }

        var shape = new RecordShape<T>(codec);
        using var account = new EntityAccount(entity, shape);
        await using var merge = await PartSet.OpenAsync(
            store, keys, Manifest.Side, Manifest.SnapshotId, codec.Entity, entity.Parts, shape, cancellationToken);
        while (await merge.MoveNextAsync(cancellationToken))
        {
            account.Add(merge);
            var record = Decode(codec, merge.Record.Span, merge.Location.Part, merge.Location.Offset);
            CheckKey(codec.KeyOf(record), merge, codec.Entity);
            yield return new SnapshotRecord<T>(record, merge.Location, merge.RawHash);
        }

        account.Check(ManifestKey);
    }

    /// <inheritdoc />
    /// <exception cref="SnapshotCorruptException">What is stored is not what was sealed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The location is of another snapshot or entity.</exception>
    public async Task<T> ReadAtAsync<T>(IRecordCodec<T> codec, RecordLocation location, CancellationToken cancellationToken)
    {
        var block = await blocks.FindAsync(codec.Entity, location, cancellationToken);
        return Decode(codec, block.Span, location.Part, location.Offset);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<Finding> ReadFindingsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = keys.SnapshotFindings(Manifest.Side, Manifest.SnapshotId);
        await using var stream = await store.OpenReadAsync(key, cancellationToken)
            ?? throw new SnapshotCorruptException(key, "file", "it is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8, false);
        long count = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            count++;
            yield return ParseFinding(key, line, count);
        }

        if (count != Manifest.Findings)
        {
            throw new SnapshotCorruptException(key, "file", $"it holds {count} findings, the manifest says {Manifest.Findings}.");
        }
    }

    /// <summary>The raw pages of an entity as they were received, part by part. Parts whose raw pages were removed by retention are passed over.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Sealed under another key, or changed.</exception>
    public async IAsyncEnumerable<RawPage> ReadRawAsync(EntityKind entity, IPersonalVault vault, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Manifest.Of(entity)?.Parts ?? [])
        {
            var key = Keys(entity, part.Number).Raw;
            await using var stream = await store.OpenReadAsync(key, cancellationToken);
            if (stream is null)
            {
                continue;
            }

            var context = PartFolder.RawContext($"{Manifest.SnapshotId}/{EntityNames.Of(entity)}", part.Number);
            await foreach (var page in RawFile.ReadAsync(stream, key, context, vault, cancellationToken))
            {
                yield return page;
            }
        }
    }

    /// <summary>
    /// Fingerprints of an entity, part by part and in key order within a part; rows that repeat a key are in it more than once.
    /// </summary>
    internal async IAsyncEnumerable<(int Part, FingerprintFile.Fingerprints Fingerprints)> ReadFingerprintsAsync(
        EntityKind entity, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Manifest.Of(entity)?.Parts ?? [])
        {
            yield return (part.Number, await FingerprintFile.ReadAsync(store, Keys(entity, part.Number).Fingerprints, cancellationToken));
        }
    }

    private ArtifactKey ManifestKey => keys.Manifest(Manifest.Side, Manifest.SnapshotId);

    private PartKeys Keys(EntityKind entity, int part) => PartKeys.Of(keys, Manifest.Side, Manifest.SnapshotId, entity, part);

    private T Decode<T>(IRecordCodec<T> codec, ReadOnlySpan<byte> record, int part, long offset)
    {
        try
        {
            return codec.Decode(record);
        }
        catch (FormatException error)
        {
            throw new SnapshotCorruptException(Keys(codec.Entity, part).Segment, $"record at {offset}", error.Message, error);
        }
    }

    private void CheckKey(string key, RunMerge merge, EntityKind entity)
    {
        if (!KeyText.Equal(key, merge.Key.Span))
        {
            throw new SnapshotCorruptException(
                Keys(entity, merge.Location.Part).Segment, $"record '{Encoding.UTF8.GetString(merge.Key.Span)}'", $"it holds the record '{key}'.");
        }
    }

    private static Finding ParseFinding(ArtifactKey key, string line, long number)
    {
        try
        {
            return JsonSerializer.Deserialize(line, BridgeJson.Default.Finding) ?? throw new JsonException("It is null.");
        }
        catch (JsonException error)
        {
            throw new SnapshotCorruptException(key, $"line {number}", "it is no finding.", error);
        }
    }
}
