namespace Bridge.Engine.Snapshots;

/// <summary>
/// The order in which snapshots stream keys: by UTF-8 bytes, which is Unicode code point order and the order of a binary
/// SQLite index. It differs from <see cref="StringComparer.Ordinal"/> only where surrogate pairs meet U+E000 to U+FFFF.
/// </summary>
public sealed class KeyOrder : IComparer<string>
{
    private KeyOrder()
    {
    }

    /// <summary>The order.</summary>
    public static KeyOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
        {
            return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        }

        var common = x.AsSpan().CommonPrefixLength(y);
        if (common == x.Length || common == y.Length)
        {
            return x.Length.CompareTo(y.Length);
        }

        return Rank(x[common]).CompareTo(Rank(y[common]));
    }

    /// <summary>Surrogates stand for code points above all single characters.</summary>
    private static int Rank(char character) => char.IsSurrogate(character) ? character + 0x10000 : character;
}
