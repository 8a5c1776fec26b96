using Bridge.Rails.Abstractions;

namespace Bridge.Testing;

/// <summary>Ids 1, 2, 3, ... in the form of real ones: 26 characters of Crockford base32 whose ordinal order is their age.</summary>
/// <param name="start">Number of the first id, from 1.</param>
public sealed class SequentialIds(long start = 1) : IIdSource
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private long last = start - 1;

    /// <inheritdoc />
    public string NewId() => string.Create(26, Interlocked.Increment(ref last), static (text, number) =>
    {
        for (var at = text.Length - 1; at >= 0; at--, number >>= 5)
        {
            text[at] = Digits[(int)(number & 31)];
        }
    });
}
