using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// Which records the reader gave for the open part, kept apart from the records themselves: the second witness when the
/// part is read back. Bounded by the part.
/// </summary>
internal sealed class PartLedger
{
    private readonly List<Line> lines = [];
    private readonly Dictionary<UInt128, int> open = [];

    public void Add(string key, ReadOnlySpan<byte> keyBytes, ReadOnlySpan<byte> rawHash)
    {
        var hash = HashOf(keyBytes, rawHash);
        lines.Add(new Line(key, hash));
        CollectionsMarshal.GetValueRefOrAddDefault(open, hash, out _)++;
    }

    /// <summary>Takes one record of this key and raw row off; false when none is left.</summary>
    public bool Take(ReadOnlySpan<byte> keyBytes, ReadOnlySpan<byte> rawHash)
    {
        ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(open, HashOf(keyBytes, rawHash));
        if (Unsafe.IsNullRef(ref count) || count == 0)
        {
            return false;
        }

        count--;
        return true;
    }

    /// <summary>Keys of the records that were not taken off, in the order of the pages.</summary>
    public IEnumerable<string> Left()
    {
        foreach (var line in lines)
        {
            if (open[line.Hash] > 0)
            {
                open[line.Hash]--;
                yield return line.Key;
            }
        }
    }

    public void Clear()
    {
        lines.Clear();
        open.Clear();
    }

    private static UInt128 HashOf(ReadOnlySpan<byte> key, ReadOnlySpan<byte> rawHash)
    {
        Span<byte> joined = stackalloc byte[512];
        if (key.Length + rawHash.Length > joined.Length - 4)
        {
            joined = new byte[key.Length + rawHash.Length + 4];
        }

        BitConverter.TryWriteBytes(joined, key.Length);
        key.CopyTo(joined[4..]);
        rawHash.CopyTo(joined[(4 + key.Length)..]);
        return XxHash128.HashToUInt128(joined[..(4 + key.Length + rawHash.Length)]);
    }

    private readonly record struct Line(string Key, UInt128 Hash);
}
