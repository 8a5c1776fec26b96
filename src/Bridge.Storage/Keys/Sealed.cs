using System.Security.Cryptography;

namespace Bridge.Storage.Keys;

/// <summary>AES-256-GCM in one piece: 12 bytes of random nonce, 16 of tag, then the ciphertext.</summary>
internal static class Sealed
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>Encrypts; what it belongs to is bound to it.</summary>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> belongsTo)
    {
        var result = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key, TagSize);
        cipher.Encrypt(result.AsSpan(0, NonceSize), plain, result.AsSpan(NonceSize + TagSize), result.AsSpan(NonceSize, TagSize), belongsTo);
        return result;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">Another key, another owner, or changed bytes.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> belongsTo)
    {
        if (bytes.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("The sealed bytes are too short.");
        }

        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(key, TagSize);
        cipher.Decrypt(bytes[..NonceSize], bytes[(NonceSize + TagSize)..], bytes.Slice(NonceSize, TagSize), plain, belongsTo);
        return plain;
    }
}
