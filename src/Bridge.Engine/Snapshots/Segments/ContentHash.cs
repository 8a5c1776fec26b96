using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Bridge.Engine.Snapshots.Segments;

/// <summary>SHA-256 over the compared bytes of the records of an entity, each behind its length, in key order.</summary>
internal sealed class ContentHash(IRecordShape shape) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Append(ReadOnlySpan<byte> record)
    {
        var compared = shape.Compared(record);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, compared.Length);
        hash.AppendData(length);
        hash.AppendData(compared);
    }

    /// <summary>Lower-case hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
