using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Bridge.Engine.Matching;

/// <summary>Sixteen bytes that stand for a text: tables of them take the same space whatever the texts are, and hold none of them.</summary>
internal static class HashKey
{
    /// <summary>First half of the SHA-256 of kind and value.</summary>
    public static UInt128 Of(string kind, string value)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\0{value}"), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
