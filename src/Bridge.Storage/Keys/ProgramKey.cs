using System.Security.Cryptography;
using Bridge.Engine.Execution;

namespace Bridge.Storage.Keys;

/// <summary>
/// The key of one migration: 32 random bytes in a file that only its owner may read, made on first use. Two keys are derived
/// from it: one hashes personal values, one wraps the keys of persons and encrypts raw pages.
/// </summary>
internal sealed class ProgramKey
{
    private const int Size = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private ProgramKey(byte[] master)
    {
        HashKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Size, info: "bridge personal hash"u8.ToArray());
        WrapKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, master, Size, info: "bridge wrap"u8.ToArray());
    }

    /// <summary>Key of the hashes.</summary>
    public byte[] HashKey { get; }

    /// <summary>Key that encrypts other keys and raw pages.</summary>
    public byte[] WrapKey { get; }

    /// <summary>Opens the key file, or makes it.</summary>
    /// <exception cref="StoreFileException">Others may read it, or it is no key.</exception>
    public static ProgramKey Open(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new StoreFileException(path, "Others may read the key of this migration.", "Run 'chmod 600' on it.");
        }

        var text = File.ReadAllText(path).Trim();
        var master = new byte[Size];
        return Convert.TryFromBase64String(text, master, out var length) && length == Size
            ? new ProgramKey(master)
            : throw new StoreFileException(path, "The file is no key of a migration.", "Restore it from a backup: without it personal values cannot be read again.");
    }

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Size)));
    }
}
