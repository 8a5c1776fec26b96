using System.Buffers;
using System.Security.Cryptography;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>Length and SHA-256 of a file.</summary>
internal readonly record struct FileDigest(long Length, string Sha256)
{
    public static async Task<FileDigest> OfAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            long length = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                length += read;
            }

            return new FileDigest(length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
