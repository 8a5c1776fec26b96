namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// One entry of a run: key, hash of the raw row, record, each behind its length. Findings rest in the same form: their
/// canonical JSON is the key and the rest is empty.
/// </summary>
internal readonly ref struct RunEntry
{
    private RunEntry(ReadOnlySpan<byte> key, ReadOnlySpan<byte> rawHash, ReadOnlySpan<byte> record, int recordStart, int end)
    {
        Key = key;
        RawHash = rawHash;
        Record = record;
        RecordStart = recordStart;
        End = end;
    }

    public ReadOnlySpan<byte> Key { get; }

    /// <summary>As <see cref="RawHashField"/> writes it.</summary>
    public ReadOnlySpan<byte> RawHash { get; }

    public ReadOnlySpan<byte> Record { get; }

    /// <summary>Where the record starts in the bytes that the entry was read from.</summary>
    public int RecordStart { get; }

    /// <summary>Where the next entry starts.</summary>
    public int End { get; }

    public static int Measure(ReadOnlySpan<byte> key, ReadOnlySpan<byte> rawHash, ReadOnlySpan<byte> record) =>
        Varint.Measure((ulong)key.Length) + key.Length + Varint.Measure((ulong)rawHash.Length) + rawHash.Length +
        Varint.Measure((ulong)record.Length) + record.Length;

    public static void Write(Span<byte> target, ReadOnlySpan<byte> key, ReadOnlySpan<byte> rawHash, ReadOnlySpan<byte> record)
    {
        target = WriteField(target, key);
        target = WriteField(target, rawHash);
        WriteField(target, record);
    }

    /// <summary>Reads the entry that starts at a position.</summary>
    /// <exception cref="FormatException">There is no whole entry.</exception>
    public static RunEntry Read(ReadOnlySpan<byte> bytes, int position)
    {
        var key = Varint.ReadField(bytes, ref position);
        var rawHash = Varint.ReadField(bytes, ref position);
        var record = Varint.ReadField(bytes, ref position);
        return new RunEntry(key, rawHash, record, position - record.Length, position);
    }

    private static Span<byte> WriteField(Span<byte> target, ReadOnlySpan<byte> field)
    {
        var head = Varint.Write(target, (ulong)field.Length);
        field.CopyTo(target[head..]);
        return target[(head + field.Length)..];
    }
}
