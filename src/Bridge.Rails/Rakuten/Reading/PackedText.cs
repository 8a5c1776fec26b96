namespace Bridge.Rails.Rakuten.Reading;

/// <summary>A short text in sixteen bytes; the default value stands for none. Made and read by <see cref="TextPacker"/>.</summary>
/// <param name="High">Upper half.</param>
/// <param name="Low">Lower half.</param>
internal readonly record struct PackedText(ulong High, ulong Low) : IComparable<PackedText>
{
    /// <summary>An order without meaning, for searching.</summary>
    public int CompareTo(PackedText other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
}
