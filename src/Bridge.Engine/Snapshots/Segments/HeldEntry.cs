namespace Bridge.Engine.Snapshots.Segments;

/// <summary>A copy of an entry that outlives the block it came from; its room is used again.</summary>
internal sealed class HeldEntry
{
    private byte[] bytes = new byte[1024];
    private int keyLength;
    private int rawLength;
    private int recordLength;

    public ReadOnlyMemory<byte> Key => bytes.AsMemory(0, keyLength);

    public ReadOnlyMemory<byte> RawHash => bytes.AsMemory(keyLength, rawLength);

    public ReadOnlyMemory<byte> Record => bytes.AsMemory(keyLength + rawLength, recordLength);

    public RecordLocation Location { get; private set; }

    public void Take(SegmentCursor cursor)
    {
        var entry = cursor.Current;
        keyLength = entry.Key.Length;
        rawLength = entry.RawHash.Length;
        recordLength = entry.Record.Length;
        var length = keyLength + rawLength + recordLength;
        if (bytes.Length < length)
        {
            bytes = new byte[Math.Max(length, bytes.Length * 2)];
        }

        entry.Key.CopyTo(bytes);
        entry.RawHash.CopyTo(bytes.AsSpan(keyLength));
        entry.Record.CopyTo(bytes.AsSpan(keyLength + rawLength));
        Location = new RecordLocation(cursor.Part, cursor.RecordOffset, recordLength);
    }
}
