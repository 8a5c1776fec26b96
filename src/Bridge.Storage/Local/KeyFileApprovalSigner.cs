using System.Security.Cryptography;
using Bridge.Engine.Approval;
using Bridge.Engine.Execution;
using Bridge.Storage.Keys;

namespace Bridge.Storage.Local;

/// <summary>
/// The installation's signing key (ECDSA on P-256) in a file that only its owner may read. Made on first use. Whoever has the
/// public half can check an approval without Bridge.
/// </summary>
public sealed class KeyFileApprovalSigner : IApprovalSigner, IDisposable
{
    private readonly ECDsa key;

    private KeyFileApprovalSigner(ECDsa key) => this.key = key;

    /// <summary>The public half in PEM.</summary>
    public string PublicKey => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>Opens the key file, or makes it.</summary>
    /// <param name="path">File.</param>
    /// <exception cref="StoreFileException">The file is no key, or others may read it; says what to do.</exception>
    public static KeyFileApprovalSigner Open(string path)
    {
        var text = KeyFile.Read(path, NewKey, "without it approvals cannot be checked.");
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(text);
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new StoreFileException(path, "The file is no signing key.", "Restore it from a backup, or remove it: then a new one is made and plans must be approved again.", error);
        }

        return new KeyFileApprovalSigner(key);
    }

    /// <inheritdoc />
    public byte[] Sign(ReadOnlySpan<byte> bytes) => key.SignData(bytes, HashAlgorithmName.SHA256);

    /// <inheritdoc />
    public bool Verify(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature) => key.VerifyData(bytes, signature, HashAlgorithmName.SHA256);

    /// <inheritdoc />
    public void Dispose() => key.Dispose();

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
