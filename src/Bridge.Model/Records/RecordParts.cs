using Bridge.Model.Collections;
using Bridge.Model.Links;

namespace Bridge.Model.Records;

/// <summary>What the layouts of wide records share: the frame of compared part and tail, and sub-ids.</summary>
internal static class RecordParts
{
    public static byte[] Frame(RecordWriter compared, Action<RecordWriter> writeTail)
    {
        var frame = new RecordWriter();
        frame.Varint((ulong)compared.WrittenSpan.Length);
        var head = frame.WrittenSpan.Length;
        var tail = new RecordWriter();
        writeTail(tail);
        var bytes = new byte[head + compared.WrittenSpan.Length + tail.WrittenSpan.Length];
        frame.WrittenSpan.CopyTo(bytes);
        compared.WrittenSpan.CopyTo(bytes.AsSpan(head));
        tail.WrittenSpan.CopyTo(bytes.AsSpan(head + compared.WrittenSpan.Length));
        return bytes;
    }

    public static RecordReader Open(ReadOnlySpan<byte> bytes, out RecordReader tail)
    {
        var compared = Compared(bytes, out var behind);
        tail = new RecordReader(behind);
        return new RecordReader(compared);
    }

    public static ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes) => Compared(bytes, out _);

    public static void Write(RecordWriter writer, ValueList<SubId> subIds)
    {
        writer.Varint((ulong)subIds.Count);
        foreach (var subId in subIds)
        {
            writer.Text(subId.Name);
            writer.Text(subId.Value);
        }
    }

    public static ValueList<SubId> ReadSubIds(ref RecordReader reader)
    {
        var subIds = new SubId[checked((int)reader.Varint())];
        for (var index = 0; index < subIds.Length; index++)
        {
            subIds[index] = new SubId(reader.RequiredText(), reader.RequiredText());
        }

        return ValueList.Create<SubId>(subIds);
    }

    private static ReadOnlySpan<byte> Compared(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> tail)
    {
        var reader = new RecordReader(bytes);
        var length = checked((int)reader.Varint());
        if (length > reader.Remaining)
        {
            throw new FormatException("A record is shorter than it says.");
        }

        var start = bytes.Length - reader.Remaining;
        tail = bytes[(start + length)..];
        return bytes.Slice(start, length);
    }
}
