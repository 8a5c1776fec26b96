using System.Security.Cryptography;
using Bridge.Rails.Abstractions;

namespace Bridge.Hosting;

/// <summary>Ids of 26 characters: 48 bits of milliseconds, then 80 random bits, in Crockford base32, so that later ids sort later.</summary>
/// <param name="time">Clock.</param>
internal sealed class TimeSortedIds(TimeProvider time) : IIdSource
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public string NewId()
    {
        Span<byte> random = stackalloc byte[10];
        RandomNumberGenerator.Fill(random);
        var bits = (UInt128)(ulong)time.GetUtcNow().ToUnixTimeMilliseconds() << 80;
        foreach (var value in random)
        {
            bits = (bits & ~((UInt128.One << 80) - 1)) | (((bits << 8) | value) & ((UInt128.One << 80) - 1));
        }

        return string.Create(26, bits, (text, value) =>
        {
            for (var index = text.Length - 1; index >= 0; index--)
            {
                text[index] = Alphabet[(int)(value & 31)];
                value >>= 5;
            }
        });
    }
}
