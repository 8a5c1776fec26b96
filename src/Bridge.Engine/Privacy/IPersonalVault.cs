using Bridge.Model.Privacy;

namespace Bridge.Engine.Privacy;

/// <summary>
/// Where personal values rest, and nowhere else: encrypted under a key per person, these keys under the program's key.
/// Destroying a person's key erases the person while every hash and seal still verifies. Raw pages are encrypted under the
/// program's key.
/// </summary>
public interface IPersonalVault : IPersonalValues, IAsyncDisposable
{
    /// <summary>The keyed hash of a value, which is not kept.</summary>
    PersonalValue Hash(PersonalKind kind, string value);

    /// <summary>Makes everything that was protected so far durable. Called before a page is checkpointed.</summary>
    Task FlushAsync(CancellationToken cancellationToken);

    /// <summary>Encrypts a raw page (AES-256-GCM, random nonce, the name as associated data).</summary>
    byte[] SealRaw(string name, ReadOnlySpan<byte> bytes);

    /// <summary>Decrypts a raw page.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Not sealed here, or changed since.</exception>
    byte[] OpenRaw(string name, ReadOnlySpan<byte> sealedBytes);

    /// <summary>The values of an owner in clear; only for finding them where they must not be any more.</summary>
    IReadOnlyList<KeyValuePair<PersonalKind, string>> ValuesOf(string owner);

    /// <summary>Lets values of an erased owner be kept again.</summary>
    Task LiftAsync(string owner, CancellationToken cancellationToken);

    /// <summary>
    /// Destroys the key of an owner. Later reveals of its values give null, and nothing of that owner is kept any more until it is
    /// lifted: what a rail sends again becomes a hash alone.
    /// </summary>
    /// <returns>Number of values that can no longer be read.</returns>
    Task<int> EraseAsync(string owner, CancellationToken cancellationToken);
}
