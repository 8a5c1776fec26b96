using System.Security.Cryptography;
using Bridge.Engine.Approval;

namespace Bridge.Storage.Local;

/// <summary>
/// The installation's signing key (ECDSA on P-256) in a file that only its owner may read. Made on first use. Whoever has the
/// public half can check an approval without Bridge.
/// </summary>
public sealed class KeyFileApprovalSigner : IApprovalSigner, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly ECDsa key;

    private KeyFileApprovalSigner(ECDsa key) => this.key = key;

    /// <summary>The public half in PEM.</summary>
    public string PublicKey => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Opens the key file, or makes it.</summary>
    /// <param name="path">File.</param>
    /// <exception cref="InvalidOperationException">The file is no key, or others may read it; says what to do.</exception>
    public static KeyFileApprovalSigner Open(string path)
    {
        if (!File.Exists(path))
        {
            Create(path);
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw new InvalidOperationException($"Others may read the signing key '{path}'. Run 'chmod 600' on it, and have open plans approved again if that was so for long.");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new InvalidOperationException($"'{path}' is no signing key. Restore it from a backup, or remove it: then a new one is made and plans must be approved again.", error);
        }

        return new KeyFileApprovalSigner(key);
    }

    /// <inheritdoc />
    public byte[] Sign(ReadOnlySpan<byte> bytes) => key.SignData(bytes, HashAlgorithmName.SHA256);

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature) => key.VerifyData(bytes, signature, HashAlgorithmName.SHA256);

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    private static void Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
    }
}
