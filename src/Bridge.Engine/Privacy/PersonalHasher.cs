using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Privacy;

namespace Bridge.Engine.Privacy;

/// <summary>
/// The keyed hash of a personal value: the first 16 bytes of HMAC-SHA256 over the kind's name, 0x1F and the normalised value.
/// Keyed, because names, phone numbers and e-mail addresses can be guessed. Safe for use from several threads.
/// </summary>
public sealed class PersonalHasher
{
    private const int HashBytes = 16;
    private readonly byte[] key;

    /// <summary>Makes a hasher; the key is copied.</summary>
    /// <exception cref="ArgumentException">The key has fewer than 32 bytes.</exception>
    public PersonalHasher(ReadOnlySpan<byte> key)
    {
        if (key.Length < 32)
        {
            throw new ArgumentException("A hash key has at least 32 bytes.", nameof(key));
        }

        this.key = key.ToArray();
    }

    /// <summary>Normalises and hashes a value.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public PersonalValue Hash(PersonalKind kind, string value)
    {
        var text = $"{kind}\u001f{PersonalNormalizer.Normalize(kind, value)}";
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, buffer);
            Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(key, buffer.AsSpan(0, length), mac);
            return new(kind, Convert.ToHexStringLower(mac[..HashBytes]));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
