using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using Bridge.Model.Identity;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// What a segment says of itself. File: header (magic, format, entity, schema version), record blocks, finding blocks, this
/// footer, trailer (footer length, XXH3-64 over header and footer, magic). Blocks follow each other without gaps, so every
/// byte of the file is under exactly one checksum or is compared with a constant.
/// </summary>
internal sealed record SegmentFooter
{
    public const int HeaderBytes = 16;
    public const int TrailerBytes = 20;
    public const int Format = 1;
    private static ReadOnlySpan<byte> HeadMagic => "BRIDGSEG"u8;

    private static ReadOnlySpan<byte> TailMagic => "BRIDGEND"u8;

    public required EntityKind Entity { get; init; }

    public required int SchemaVersion { get; init; }

    public required IReadOnlyList<SegmentBlock> Records { get; init; }

    public required IReadOnlyList<SegmentBlock> Findings { get; init; }

    /// <summary>First and last key; empty without records.</summary>
    public required byte[] FirstKey { get; init; }

    public required byte[] LastKey { get; init; }

    public long RecordCount => Records.Sum(block => (long)block.Entries);

    public long FindingCount => Findings.Sum(block => (long)block.Entries);

    public static byte[] Header(EntityKind entity, int schemaVersion)
    {
        var bytes = new byte[HeaderBytes];
        HeadMagic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), (ushort)entity);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), schemaVersion);
        return bytes;
    }

    /// <summary>Footer and trailer as bytes.</summary>
    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        WriteBlocks(buffer, Records);
        WriteBlocks(buffer, Findings);
        WriteField(buffer, FirstKey);
        WriteField(buffer, LastKey);
        var footer = buffer.WrittenSpan;
        var bytes = new byte[footer.Length + TrailerBytes];
        footer.CopyTo(bytes);
        var trailer = bytes.AsSpan(footer.Length);
        BinaryPrimitives.WriteInt32LittleEndian(trailer, footer.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(trailer[4..], Checksum(Header(Entity, SchemaVersion), footer));
        TailMagic.CopyTo(trailer[12..]);
        return bytes;
    }

    /// <summary>Length of the footer that a trailer announces.</summary>
    /// <exception cref="FormatException">No trailer.</exception>
    public static int FooterLength(ReadOnlySpan<byte> trailer, long fileLength)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(trailer);
        if (!trailer[12..].SequenceEqual(TailMagic) || length < 0 || length > fileLength - HeaderBytes - TrailerBytes)
        {
            throw new FormatException("the closing mark is missing: the file is cut off or changed.");
        }

        return length;
    }

    /// <summary>Reads a footer.</summary>
    /// <exception cref="FormatException">Changed, cut off, or of a later format.</exception>
    public static SegmentFooter Parse(ReadOnlySpan<byte> header, ReadOnlySpan<byte> footer, ReadOnlySpan<byte> trailer, long fileLength)
    {
        if (!header[..8].SequenceEqual(HeadMagic))
        {
            throw new FormatException("the opening mark is missing: this is no segment.");
        }

        if (Checksum(header, footer) != BinaryPrimitives.ReadUInt64LittleEndian(trailer[4..]))
        {
            throw new FormatException("header or footer was changed: the checksum differs.");
        }

        if (BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) is var format && format != Format)
        {
            throw new FormatException($"segment format {format} is not {Format}, the one this version reads.");
        }

        var position = 0;
        var end = (long)HeaderBytes;
        var records = ReadBlocks(footer, ref position, ref end);
        var findings = ReadBlocks(footer, ref position, ref end);
        if (end + footer.Length + TrailerBytes != fileLength)
        {
            throw new FormatException("the blocks do not fill the file.");
        }

        return new SegmentFooter
        {
            Entity = (EntityKind)BinaryPrimitives.ReadUInt16LittleEndian(header[10..]),
            SchemaVersion = BinaryPrimitives.ReadInt32LittleEndian(header[12..]),
            Records = records,
            Findings = findings,
            FirstKey = Varint.ReadField(footer, ref position).ToArray(),
            LastKey = Varint.ReadField(footer, ref position).ToArray(),
        };
    }

    private static ulong Checksum(ReadOnlySpan<byte> header, ReadOnlySpan<byte> footer)
    {
        var hash = new XxHash3();
        hash.Append(header);
        hash.Append(footer);
        return hash.GetCurrentHashAsUInt64();
    }

    private static void WriteBlocks(ArrayBufferWriter<byte> buffer, IReadOnlyList<SegmentBlock> blocks)
    {
        WriteNumber(buffer, (ulong)blocks.Count);
        foreach (var block in blocks)
        {
            WriteNumber(buffer, (ulong)block.Length);
            WriteNumber(buffer, (ulong)block.Entries);
            BinaryPrimitives.WriteUInt64LittleEndian(buffer.GetSpan(8), block.Checksum);
            buffer.Advance(8);
        }
    }

    private static SegmentBlock[] ReadBlocks(ReadOnlySpan<byte> footer, ref int position, ref long fileOffset)
    {
        var blocks = new SegmentBlock[checked((int)Varint.Read(footer, ref position))];
        long streamOffset = 0;
        for (var index = 0; index < blocks.Length; index++)
        {
            var length = checked((int)Varint.Read(footer, ref position));
            var entries = checked((int)Varint.Read(footer, ref position));
            var checksum = BinaryPrimitives.ReadUInt64LittleEndian(footer[position..]);
            position += 8;
            blocks[index] = new SegmentBlock(fileOffset, streamOffset, length, entries, checksum);
            fileOffset += length;
            streamOffset += length;
        }

        return blocks;
    }

    private static void WriteField(ArrayBufferWriter<byte> buffer, ReadOnlySpan<byte> field)
    {
        WriteNumber(buffer, (ulong)field.Length);
        buffer.Write(field);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> buffer, ulong value) =>
        buffer.Advance(Varint.Write(buffer.GetSpan(Varint.MaxBytes), value));
}
