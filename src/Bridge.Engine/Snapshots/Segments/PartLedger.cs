namespace Bridge.Engine.Snapshots.Segments;

/// <summary>
/// Which records the reader gave for the open part, kept apart from the records themselves: the second witness when the
/// part is read back. Bounded by the part.
/// </summary>
internal sealed class PartLedger
{
    private readonly List<Line> lines = [];

    public int Count => lines.Count;

    public Line this[int index] => lines[index];

    public void Add(string key, string rawHash) => lines.Add(new Line(key, rawHash));

    public void Clear() => lines.Clear();

    /// <summary>Orders the lines as a part orders its entries.</summary>
    public void Sort() => lines.Sort(Compare);

    private static int Compare(Line left, Line right)
    {
        var order = KeyOrder.Instance.Compare(left.Key, right.Key);
        return order != 0 || left.RawHash == right.RawHash
            ? order
            : RawHashField.Encode(left.RawHash).AsSpan().SequenceCompareTo(RawHashField.Encode(right.RawHash));
    }

    public readonly record struct Line(string Key, string RawHash);
}
