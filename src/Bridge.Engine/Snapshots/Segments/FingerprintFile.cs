using System.Buffers.Binary;
using System.IO.Hashing;
using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// The fingerprints of a part, 24 bytes a record in key order: hash of the key, hash of the compared bytes, offset (44 bits)
/// and length (20 bits; all ones for a record of a mebibyte or more). Header: magic, format, seed, count. Trailer: XXH3-64
/// over everything before.
/// </summary>
internal static class FingerprintFile
{
    private const int HeaderBytes = 32;
    private const int EntryBytes = 24;
    private const int TrailerBytes = 8;
    private const int LengthBits = 20;
    private const int LongRecord = (1 << LengthBits) - 1;
    private const int BatchEntries = 4096;

    private static ReadOnlySpan<byte> Magic => "BRIDGEFP"u8;

    public static async Task WriteAsync(DigestWriter output, RunBuffer run, IRecordShape shape, long seed, CancellationToken cancellationToken)
    {
        var checksum = new XxHash3();
        var buffer = new byte[BatchEntries * EntryBytes];
        WriteHeader(buffer, run.Count, seed);
        await EmitAsync(output, checksum, buffer.AsMemory(0, HeaderBytes), cancellationToken);
        long offset = 0;
        for (var index = 0; index < run.Count;)
        {
            var count = Math.Min(BatchEntries, run.Count - index);
            for (var entry = 0; entry < count; entry++, index++)
            {
                Write(buffer.AsSpan(entry * EntryBytes, EntryBytes), run.EntryAt(index), shape, seed, ref offset);
            }

            await EmitAsync(output, checksum, buffer.AsMemory(0, count * EntryBytes), cancellationToken);
        }

        var trailer = new byte[TrailerBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(trailer, checksum.GetCurrentHashAsUInt64());
        await output.WriteAsync(trailer, cancellationToken);
    }

    /// <summary>The fingerprint of a record.</summary>
    public static Fingerprint Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> record, long offset, IRecordShape shape, long seed) =>
        new(XxHash3.HashToUInt64(key, seed), XxHash3.HashToUInt64(shape.Compared(record), seed), offset, Math.Min(record.Length, LongRecord));

    /// <summary>Reads the fingerprints of a part.</summary>
    /// <exception cref="SnapshotCorruptException">Missing, cut off or changed; known before the last fingerprint is given out.</exception>
    public static async Task<Fingerprints> ReadAsync(IArtifactStore store, ArtifactKey key, CancellationToken cancellationToken)
    {
        await using var stream = await store.OpenReadAsync(key, cancellationToken)
            ?? throw new SnapshotCorruptException(key, "file", "it is missing.");
        if (stream.Length < HeaderBytes + TrailerBytes || (stream.Length - HeaderBytes - TrailerBytes) % EntryBytes != 0)
        {
            throw new SnapshotCorruptException(key, "file", "its length is no whole number of fingerprints: it is cut off.");
        }

        var bytes = new byte[checked((int)stream.Length)];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return Parse(key, bytes);
    }

    private static Fingerprints Parse(ArtifactKey key, byte[] bytes)
    {
        var body = bytes.AsSpan(0, bytes.Length - TrailerBytes);
        if (XxHash3.HashToUInt64(body) != BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(body.Length)))
        {
            throw new SnapshotCorruptException(key, "file", "its checksum differs: the bytes were changed.");
        }

        var count = BinaryPrimitives.ReadInt64LittleEndian(body[24..]);
        if (!body[..8].SequenceEqual(Magic) || BinaryPrimitives.ReadInt32LittleEndian(body[8..]) != 1 || count != (body.Length - HeaderBytes) / EntryBytes)
        {
            throw new SnapshotCorruptException(key, "header", "it is no fingerprint file of this format.");
        }

        return new Fingerprints(BinaryPrimitives.ReadInt64LittleEndian(body[16..]), bytes.AsMemory(HeaderBytes, body.Length - HeaderBytes));
    }

    private static void WriteHeader(Span<byte> target, long count, long seed)
    {
        target[..HeaderBytes].Clear();
        Magic.CopyTo(target);
        BinaryPrimitives.WriteInt32LittleEndian(target[8..], 1);
        BinaryPrimitives.WriteInt64LittleEndian(target[16..], seed);
        BinaryPrimitives.WriteInt64LittleEndian(target[24..], count);
    }

    private static void Write(Span<byte> target, ReadOnlySpan<byte> entryBytes, IRecordShape shape, long seed, ref long offset)
    {
        var entry = RunEntry.Read(entryBytes, 0);
        var fingerprint = Of(entry.Key, entry.Record, offset + entry.RecordStart, shape, seed);
        BinaryPrimitives.WriteUInt64LittleEndian(target, fingerprint.Key);
        BinaryPrimitives.WriteUInt64LittleEndian(target[8..], fingerprint.Record);
        BinaryPrimitives.WriteUInt64LittleEndian(target[16..], ((ulong)fingerprint.Offset << LengthBits) | (uint)fingerprint.Length);
        offset += entryBytes.Length;
    }

    private static ValueTask EmitAsync(DigestWriter output, XxHash3 checksum, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        checksum.Append(bytes.Span);
        return output.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>The fingerprints of one part, bounded by the part's size.</summary>
    public readonly record struct Fingerprints(long Seed, ReadOnlyMemory<byte> Bytes)
    {
        public int Count => Bytes.Length / EntryBytes;

        public Fingerprint this[int index]
        {
            get
            {
                var entry = Bytes.Span.Slice(index * EntryBytes, EntryBytes);
                var place = BinaryPrimitives.ReadUInt64LittleEndian(entry[16..]);
                return new Fingerprint(
                    BinaryPrimitives.ReadUInt64LittleEndian(entry),
                    BinaryPrimitives.ReadUInt64LittleEndian(entry[8..]),
                    (long)(place >> LengthBits),
                    (int)(place & LongRecord));
            }
        }
    }
}
