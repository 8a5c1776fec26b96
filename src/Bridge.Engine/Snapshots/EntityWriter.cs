using System.Text;
using System.Text.Json;
using Bridge.Engine.Snapshots.Segments;
using Bridge.Model.Findings;
using Bridge.Model.Json;
using Bridge.Model.Records;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Snapshots;

/// <summary>
/// Writes the parts of one entity: pages in, in the rail's order; when <see cref="IsFull"/> says so (or sooner),
/// <see cref="SealPartAsync"/> writes what was collected as a sorted run and reads it back. Not for concurrent use.
/// </summary>
/// <typeparam name="T">Canonical type.</typeparam>
public sealed class EntityWriter<T> : IAsyncDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, true);
    private readonly PartFolder folder;
    private readonly IRecordCodec<T> codec;
    private readonly RecordShape<T> shape;
    private readonly RunBuffer records;
    private readonly RunBuffer findings;
    private readonly PartLedger ledger = new();
    private readonly RawSpool raw;
    private int nextPart;

    internal EntityWriter(PartFolder folder, ChunkPool pool, IRecordCodec<T> codec, EntityProgress progress, int nextPart)
    {
        records = new RunBuffer(pool);
        findings = new RunBuffer(pool);
        this.folder = folder;
        this.codec = codec;
        this.nextPart = nextPart;
        shape = new RecordShape<T>(codec);
        raw = new RawSpool(folder.Scratch, folder.Vault);
        Sealed = progress;
        Read = progress;
    }

    /// <summary>What rests in sealed parts.</summary>
    public EntityProgress Sealed { get; private set; }

    /// <summary>The same with the pages of the open part.</summary>
    public EntityProgress Read { get; private set; }

    /// <summary>True when the open part has reached its size.</summary>
    public bool IsFull => records.Count >= folder.Layout.PartRecords || records.Bytes + findings.Bytes >= folder.Layout.PartBytes;

    /// <summary>True when there are pages that no sealed part holds.</summary>
    public bool HasOpenPages => Read.Pages > Sealed.Pages || findings.Count > 0;

    /// <summary>Takes a page. After an exception the writer is of no further use: what it sealed stays, the rest is read again.</summary>
    /// <exception cref="SnapshotIntegrityException">Its rows do not balance, or it holds other records than it counts.</exception>
    public async Task AddAsync(ReadPage<T> page, CancellationToken cancellationToken)
    {
        PageCheck.Check(codec, page, Read.Pages + 1);
        if (page.Raw is { } pageBytes)
        {
            await raw.AddAsync(folder.RawContext(nextPart), pageBytes, cancellationToken);
        }

        foreach (var read in page.Records)
        {
            Add(read);
        }

        foreach (var finding in page.Findings)
        {
            AddFinding(finding);
        }

        Read = Read with { Pages = Read.Pages + 1, Rows = Read.Rows.Add(page.Rows), Cursor = page.Cursor, Total = page.Total ?? Read.Total };
    }

    /// <summary>Takes a problem that belongs to no page.</summary>
    public void AddFinding(Finding finding)
    {
        findings.Add(JsonSerializer.SerializeToUtf8Bytes(finding, BridgeJson.Default.Finding), [], []);
        Read = Read with { Findings = Read.Findings + 1 };
    }

    /// <summary>
    /// Makes the vault durable, writes the open part and reads it back. Afterwards <see cref="Sealed"/> may be checkpointed.
    /// </summary>
    /// <param name="complete">True behind the last page.</param>
    /// <param name="cancellationToken">Cancels; the part then belongs to nothing.</param>
    /// <exception cref="SnapshotIntegrityException">The part read back differs from what was read.</exception>
    public async Task<EntityProgress> SealPartAsync(bool complete, CancellationToken cancellationToken)
    {
        var parts = Sealed.Parts;
        if (HasOpenPages)
        {
            await folder.Vault.FlushAsync(cancellationToken);
            parts = [.. parts, await WritePartAsync(cancellationToken)];
            nextPart++;
            await ClearAsync();
        }

        Read = Read with { Parts = parts, Complete = complete, Cursor = complete ? null : Read.Cursor };
        Sealed = Read;
        return Sealed;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        records.Clear();
        findings.Clear();
        return raw.DisposeAsync();
    }

    private void Add(Read<T> read)
    {
        var key = codec.KeyOf(read.Record);
        var (keyBytes, rawHash) = (KeyBytes(key), RawHashField.Encode(read.RawHash));
        ledger.Add(key, keyBytes, rawHash);
        records.Add(keyBytes, rawHash, Encode(key, read.Record));
        foreach (var loss in read.Losses)
        {
            AddFinding(LossFinding.Of(codec.Entity, key, loss));
        }
    }

    private byte[] Encode(string key, T record)
    {
        try
        {
            return codec.Encode(record);
        }
        catch (Exception error) when (error is OverflowException or FormatException or ArgumentException)
        {
            throw new SnapshotIntegrityException(
                codec.Entity, key, $"page {Read.Pages + 1}", $"record '{key}' cannot be written: {error.Message}", error);
        }
    }

    private byte[] KeyBytes(string key)
    {
        if (key.Length == 0)
        {
            throw new SnapshotIntegrityException(codec.Entity, key, $"page {Read.Pages + 1}", "a record has an empty key.");
        }

        try
        {
            return StrictUtf8.GetBytes(key);
        }
        catch (EncoderFallbackException)
        {
            throw new SnapshotIntegrityException(codec.Entity, key, $"page {Read.Pages + 1}", "the key of a record is no valid Unicode text.");
        }
    }

    private async Task<SnapshotPart> WritePartAsync(CancellationToken cancellationToken)
    {
        var keys = folder.KeysOf(nextPart);
        var layout = folder.Layout;
        records.Sort();
        findings.Sort();
        var segment = await folder.PutAsync(
            keys.Segment,
            (output, token) => SegmentWriter.WriteAsync(output, codec.Entity, codec.SchemaVersion, records, findings, layout.BlockBytes, token),
            cancellationToken);
        var fingerprints = await folder.PutAsync(
            keys.Fingerprints,
            (output, token) => FingerprintFile.WriteAsync(output, records, shape, layout.FingerprintSeed, token),
            cancellationToken);
        var pages = await folder.PutAsync(keys.Raw, raw.WriteAsync, cancellationToken);
        await AuditAsync(keys, cancellationToken);
        return new SnapshotPart(nextPart, records.Count, segment.Length, segment.Sha256, pages.Length)
        {
            FingerprintHash = fingerprints.Sha256,
            RawHash = pages.Sha256,
            Findings = findings.Count,
        };
    }

    private async Task AuditAsync(PartKeys keys, CancellationToken cancellationToken)
    {
        var reader = await SegmentReader.OpenAsync(folder.Store, keys.Segment, cancellationToken);
        await new PartAudit(shape, ledger).CheckAsync(reader, cancellationToken);
        if (reader.Footer.Entity != codec.Entity || reader.Footer.FindingCount != findings.Count)
        {
            throw new SnapshotIntegrityException(
                codec.Entity, null, keys.Segment.Path, "the part read back is of another entity or lacks findings.");
        }
    }

    private async Task ClearAsync()
    {
        records.Clear();
        findings.Clear();
        ledger.Clear();
        await raw.ClearAsync();
    }
}
