using System.Security.Cryptography;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>Writes to a stream and keeps SHA-256 and length of what was written.</summary>
internal sealed class DigestWriter(Stream stream) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Length { get; private set; }

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        hash.AppendData(bytes.Span);
        Length += bytes.Length;
        return stream.WriteAsync(bytes, cancellationToken);
    }

    /// <summary>The hash, lower-case hexadecimal; the writer starts anew.</summary>
    public FileDigest Finish()
    {
        var digest = new FileDigest(Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        Length = 0;
        return digest;
    }

    public void Dispose() => hash.Dispose();
}
