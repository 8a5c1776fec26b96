using System.Runtime.InteropServices;

namespace Bridge.Engine.Matching;

/// <summary>Numbers by hashed key, several for one key: a sorted array, 32 bytes for each entry.</summary>
internal sealed class KeyTable
{
    private readonly List<(UInt128 Key, int Index)> entries = [];
    private bool isSealed;

    public void Add(UInt128 key, int index)
    {
        if (isSealed)
        {
            throw new InvalidOperationException("The table is in use; nothing can be added.");
        }

        entries.Add((key, index));
    }

    /// <summary>Sorts the table: from now on it can be searched.</summary>
    public void Seal()
    {
        entries.Sort();
        entries.TrimExcess();
        isSealed = true;
    }

    /// <summary>Distinct numbers of a key, ascending.</summary>
    public IEnumerable<int> Find(UInt128 key)
    {
        var last = -1;
        for (var position = FirstAt(key); position < entries.Count && entries[position].Key == key; position++)
        {
            if (entries[position].Index != last)
            {
                yield return last = entries[position].Index;
            }
        }
    }

    private int FirstAt(UInt128 key)
    {
        var span = CollectionsMarshal.AsSpan(entries);
        var low = 0;
        var high = span.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (span[middle].Key < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
