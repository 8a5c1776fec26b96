using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Privacy;
using Bridge.Model.Privacy;

namespace Bridge.Testing.Privacy;

/// <summary>
/// A vault in memory, in plain text, with a fixed hash key: equal values have equal hashes in every test. It obeys the
/// contract suite of vaults; only its secrecy is missing.
/// </summary>
public sealed class PlainPersonalValues : IPersonalVault
{
    private static readonly byte[] FixedKey = SHA256.HashData("Bridge.Testing"u8);
    private readonly Lock gate = new();
    private readonly PersonalHasher hasher = new(FixedKey);
    private readonly HashSet<string> erased = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Dictionary<PersonalValue, string>> owners = new(StringComparer.Ordinal);

    /// <summary>Values kept, over all owners.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return owners.Values.Sum(values => values.Count);
            }
        }
    }

    /// <summary>Every plain value, for tests that look for leaks.</summary>
    public IReadOnlyList<string> Values()
    {
        lock (gate)
        {
            return [.. owners.Values.SelectMany(values => values.Values).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
    }

    /// <inheritdoc />
    public PersonalValue Hash(PersonalKind kind, string value) => hasher.Hash(kind, value);

    /// <inheritdoc />
    public PersonalValue Protect(string owner, PersonalKind kind, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        var hashed = hasher.Hash(kind, value);
        lock (gate)
        {
            if (erased.Contains(owner))
            {
                return hashed;
            }

            if (!owners.TryGetValue(owner, out var values))
            {
                owners.Add(owner, values = []);
            }

            values.TryAdd(hashed, value);
        }

        return hashed;
    }

    /// <inheritdoc />
    public string? Reveal(PersonalValue value)
    {
        lock (gate)
        {
            return owners.Values.Select(values => values.GetValueOrDefault(value)).FirstOrDefault(plain => plain is not null);
        }
    }

    /// <inheritdoc />
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public byte[] SealRaw(string name, ReadOnlySpan<byte> bytes) => [.. Seal(name, bytes), .. bytes];

    /// <inheritdoc />
    public byte[] OpenRaw(string name, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < HMACSHA256.HashSizeInBytes ||
            !CryptographicOperations.FixedTimeEquals(sealedBytes[..HMACSHA256.HashSizeInBytes], Seal(name, sealedBytes[HMACSHA256.HashSizeInBytes..])))
        {
            throw new CryptographicException($"'{name}' was not sealed here, or was changed since.");
        }

        return sealedBytes[HMACSHA256.HashSizeInBytes..].ToArray();
    }

    /// <inheritdoc />
    public Task<int> EraseAsync(string owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            erased.Add(owner);
            return Task.FromResult(owners.Remove(owner, out var values)
                ? values.Keys.Count(hash => !owners.Values.Any(others => others.ContainsKey(hash)))
                : 0);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<KeyValuePair<PersonalKind, string>> ValuesOf(string owner)
    {
        lock (gate)
        {
            return owners.TryGetValue(owner, out var values) ? [.. values.Select(value => KeyValuePair.Create(value.Key.Kind, value.Value))] : [];
        }
    }

    /// <inheritdoc />
    public Task LiftAsync(string owner, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            erased.Remove(owner);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static byte[] Seal(string name, ReadOnlySpan<byte> bytes) =>
        HMACSHA256.HashData(FixedKey, (byte[])[.. Encoding.UTF8.GetBytes(name), 0x1F, .. bytes]);
}
