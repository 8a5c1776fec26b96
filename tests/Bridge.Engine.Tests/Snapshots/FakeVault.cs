using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Privacy;
using Bridge.Model.Privacy;

namespace Bridge.Engine.Tests.Snapshots;

/// <summary>Seals raw pages by a mark and a mask, binds them to their name, and counts flushes.</summary>
internal sealed class FakeVault : IPersonalVault
{
    public int Flushes { get; private set; }

    public Action? Flushed { get; set; }

    public PersonalValue Hash(PersonalKind kind, string value) => throw new NotSupportedException();

    public PersonalValue Protect(string owner, PersonalKind kind, string value) => throw new NotSupportedException();

    public string? Reveal(PersonalValue value) => throw new NotSupportedException();

    public IReadOnlyList<KeyValuePair<PersonalKind, string>> ValuesOf(string owner) => throw new NotSupportedException();

    public Task LiftAsync(string owner, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> EraseAsync(string owner, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task FlushAsync(CancellationToken cancellationToken)
    {
        Flushes++;
        Flushed?.Invoke();
        return Task.CompletedTask;
    }

    public byte[] SealRaw(string name, ReadOnlySpan<byte> bytes) => [.. SHA256.HashData(Encoding.UTF8.GetBytes(name)), .. Mask(bytes)];

    public byte[] OpenRaw(string name, ReadOnlySpan<byte> sealedBytes) =>
        sealedBytes[..32].SequenceEqual(SHA256.HashData(Encoding.UTF8.GetBytes(name)))
            ? Mask(sealedBytes[32..])
            : throw new CryptographicException("Sealed under another name.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static byte[] Mask(ReadOnlySpan<byte> bytes)
    {
        var masked = bytes.ToArray();
        for (var index = 0; index < masked.Length; index++)
        {
            masked[index] ^= 0x5A;
        }

        return masked;
    }
}
