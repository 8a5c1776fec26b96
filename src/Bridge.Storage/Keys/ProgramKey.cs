using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions.Http;

namespace Bridge.Storage.Keys;

/// <summary>
/// The key of one migration: 32 random bytes, in a file that only its owner may read or from a secret store. Nothing is
/// encrypted under it; the keys for each purpose are derived from it, so that hashes can be made again when the vault is lost.
/// </summary>
internal sealed class ProgramKey
{
    private const int Size = 32;

    private ProgramKey(byte[] master)
    {
        HashKey = Derive(master, "personal hash");
        WrapKey = Derive(master, "owner keys");
        RawKey = Derive(master, "raw pages");
        Fingerprint = Derive(master, "fingerprint")[..8];
    }

    /// <summary>Key of the hashes of personal values.</summary>
    public byte[] HashKey { get; }

    /// <summary>Key that encrypts the keys of owners.</summary>
    public byte[] WrapKey { get; }

    /// <summary>Key that encrypts raw pages.</summary>
    public byte[] RawKey { get; }

    /// <summary>Tells this key from another one; says nothing about either.</summary>
    public byte[] Fingerprint { get; }

    /// <summary>Opens the key file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mayCreate">True when no vault was made with a key that is missing now.</param>
    /// <exception cref="StoreFileException">Others may read it, it is missing, or it is no key.</exception>
    public static ProgramKey Open(string path, bool mayCreate) => Parse(
        path,
        KeyFile.Read(path, mayCreate ? () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)) : null, "without it the personal values in the vault cannot be read."));

    /// <summary>Uses a key that was given.</summary>
    /// <param name="secret">32 bytes in base64.</param>
    /// <exception cref="StoreFileException">It is something else.</exception>
    public static ProgramKey Of(SecretText secret) => Parse("The program key", secret.Reveal().Trim());

    private static ProgramKey Parse(string place, string text)
    {
        var master = new byte[Size];
        return Convert.TryFromBase64String(text, master, out var length) && length == Size
            ? new(master)
            : throw new StoreFileException(place, "It is no program key: 32 bytes in base64 are expected.", "Restore it from a backup; 'openssl rand -base64 32' makes one for a new migration.");
    }

    private static byte[] Derive(byte[] master, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Size, info: Encoding.ASCII.GetBytes("bridge 1 " + purpose));
}
