using System.Security.Cryptography;
using Bridge.Engine.Approval;

namespace Bridge.Engine.Tests.Execution;

/// <summary>Signs with a fixed key.</summary>
internal sealed class PlainSigner : IApprovalSigner
{
    private static readonly byte[] Key = new byte[32];

    public byte[] Sign(ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(Key, bytes);

    public bool Verify(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature) => CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Key, bytes), signature);
}
