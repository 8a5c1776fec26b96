using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>Entries of one part while it is collected, in chunks that are used again for the next part; sorted before it is written.</summary>
/// <param name="pool">Gives the chunks and gets them back.</param>
internal sealed class RunBuffer(ChunkPool pool)
{
    private readonly List<byte[]> chunks = [];
    private readonly List<Slot> slots = [];
    private int used;

    public int Count => slots.Count;

    public long Bytes { get; private set; }

    public void Add(ReadOnlySpan<byte> key, ReadOnlySpan<byte> rawHash, ReadOnlySpan<byte> record)
    {
        var length = RunEntry.Measure(key, rawHash, record);
        Reserve(length);
        RunEntry.Write(chunks[^1].AsSpan(used, length), key, rawHash, record);
        slots.Add(new Slot(chunks.Count - 1, used, length));
        used += length;
        Bytes += length;
    }

    /// <summary>
    /// Orders the entries by key bytes; equal keys by all of their bytes, so that input order never shows. Eight key bytes
    /// behind what all keys begin with are sorted as numbers first: they settle nearly every comparison.
    /// </summary>
    public void Sort()
    {
        var entries = CollectionsMarshal.AsSpan(slots);
        var numbers = ArrayPool<ulong>.Shared.Rent(entries.Length);
        var prefixes = numbers.AsSpan(0, entries.Length);
        var common = CommonPrefix(entries);
        for (var index = 0; index < entries.Length; index++)
        {
            prefixes[index] = Prefix(KeyOf(entries[index])[common..]);
        }

        prefixes.Sort(entries);
        for (var start = 0; start < entries.Length;)
        {
            var end = start + 1;
            while (end < entries.Length && prefixes[end] == prefixes[start])
            {
                end++;
            }

            entries[start..end].Sort(Compare);
            start = end;
        }

        ArrayPool<ulong>.Shared.Return(numbers);
    }

    public ReadOnlySpan<byte> EntryAt(int index)
    {
        var slot = slots[index];
        return chunks[slot.Chunk].AsSpan(slot.Start, slot.Length);
    }

    public void Clear()
    {
        slots.Clear();
        chunks.ForEach(pool.Return);
        chunks.Clear();
        used = 0;
        Bytes = 0;
    }

    private void Reserve(int length)
    {
        if (chunks.Count > 0 && used + length <= chunks[^1].Length)
        {
            return;
        }

        used = 0;
        chunks.Add(pool.Take(length));
    }

    private int CommonPrefix(ReadOnlySpan<Slot> entries)
    {
        var common = entries.IsEmpty ? default : KeyOf(entries[0]);
        foreach (var entry in entries)
        {
            common = common[..common.CommonPrefixLength(KeyOf(entry))];
        }

        return common.Length;
    }

    private int Compare(Slot left, Slot right)
    {
        var order = KeyOf(left).SequenceCompareTo(KeyOf(right));
        return order != 0 ? order : BytesOf(left).SequenceCompareTo(BytesOf(right));
    }

    private ReadOnlySpan<byte> KeyOf(Slot slot) => RunEntry.Read(BytesOf(slot), 0).Key;

    private ReadOnlySpan<byte> BytesOf(Slot slot) => chunks[slot.Chunk].AsSpan(slot.Start, slot.Length);

    private static ulong Prefix(ReadOnlySpan<byte> key)
    {
        if (key.Length >= 8)
        {
            return BinaryPrimitives.ReadUInt64BigEndian(key);
        }

        Span<byte> padded = stackalloc byte[8];
        padded.Clear();
        key.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    /// <summary>Where an entry lies.</summary>
    private readonly record struct Slot(int Chunk, int Start, int Length);
}
