using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>Entries of one part while it is collected, in chunks that are used again for the next part; sorted before it is written.</summary>
internal sealed class RunBuffer
{
    private const int ChunkBytes = 1 << 20;
    private readonly List<byte[]> chunks = [];
    private readonly List<Slot> slots = [];
    private int chunk = -1;
    private int used;

    public int Count => slots.Count;

    public long Bytes { get; private set; }

    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> rawHash, ReadOnlySpan<byte> record)
    {
        var length = RunEntry.Measure(key, rawHash, record);
        Reserve(length);
        RunEntry.Write(chunks[chunk].AsSpan(used, length), key, rawHash, record);
        slots.Add(new Slot(Prefix(key), chunk, used, length));
        used += length;
        Bytes += length;
    }

    /// <summary>Orders the entries by key bytes; equal keys by the rest of their bytes, so that input order never shows.</summary>
    public void Sort() => slots.Sort(Compare);

    public ReadOnlySpan<byte> EntryAt(int index)
    {
        var slot = slots[index];
        return chunks[slot.Chunk].AsSpan(slot.Start, slot.Length);
    }

    public void Clear()
    {
        slots.Clear();
        chunks.RemoveAll(bytes => bytes.Length > ChunkBytes);
        chunk = -1;
        used = 0;
        Bytes = 0;
    }

    private void Reserve(int length)
    {
        if (chunk >= 0 && used + length <= chunks[chunk].Length)
        {
            return;
        }

        chunk++;
        used = 0;
        if (chunk == chunks.Count)
        {
            chunks.Add(new byte[Math.Max(length, ChunkBytes)]);
        }
        else if (chunks[chunk].Length < length)
        {
            chunks.Insert(chunk, new byte[length]);
        }
    }

    private int Compare(Slot left, Slot right)
    {
        var order = left.Prefix.CompareTo(right.Prefix);
        if (order != 0)
        {
            return order;
        }

        var leftBytes = BytesOf(left);
        var rightBytes = BytesOf(right);
        order = RunEntry.Read(leftBytes, 0).Key.SequenceCompareTo(RunEntry.Read(rightBytes, 0).Key);
        return order != 0 ? order : leftBytes.SequenceCompareTo(rightBytes);
    }

    private ReadOnlySpan<byte> BytesOf(Slot slot) => chunks[slot.Chunk].AsSpan(slot.Start, slot.Length);

    private static ulong Prefix(ReadOnlySpan<byte> key)
    {
        Span<byte> first = stackalloc byte[8];
        first.Clear();
        key[..Math.Min(8, key.Length)].CopyTo(first);
        return BinaryPrimitives.ReadUInt64BigEndian(first);
    }

    /// <summary>Where an entry lies; the first eight key bytes settle most comparisons without a look at the chunk.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(ulong Prefix, int Chunk, int Start, int Length);
}
