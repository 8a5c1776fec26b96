using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Execution;
using Bridge.Engine.Privacy;
using Bridge.Model.Privacy;
using Bridge.Rails.Abstractions.Http;
using Bridge.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite.Vault;

/// <summary>
/// The vault in a database file of its own. Values are encrypted under a random key for each owner, owner keys under the
/// program's key; owner, kind and hash are bound to each value. What was protected rests in a small buffer until it is flushed,
/// then in the file alone: memory does not grow with the program. An erased person stays erased: what a rail sends of it again
/// becomes a hash and is not kept until the erasure is lifted. Safe for use from several threads.
/// </summary>
public sealed class SqlitePersonalVault : IPersonalVault
{
    private const int BufferedValues = 4096;
    private readonly Lock gate = new();
    private readonly ProgramKey key;
    private readonly PersonalHasher hasher;
    private readonly SqliteFile file;
    private readonly SqliteConnection connection;
    private readonly VaultStatements statements;
    private readonly Dictionary<(string Owner, PersonalValue Value), string> buffer = [];
    private readonly Dictionary<PersonalValue, string> buffered = [];
    private readonly HashSet<string> erased;
    private bool disposed;

    private SqlitePersonalVault(SqliteFile file, SqliteConnection connection, VaultStatements statements, ProgramKey key)
    {
        this.file = file;
        this.connection = connection;
        this.statements = statements;
        this.key = key;
        hasher = new(key.HashKey);

        // As many as people asked to be erased.
        erased = statements.Erased().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Tells the program key from others; says nothing about it.</summary>
    public string KeyFingerprint => Convert.ToHexStringLower(key.Fingerprint);

    /// <summary>Opens or makes a vault whose program key is in a file.</summary>
    /// <param name="path">Database file.</param>
    /// <param name="keyPath">Key file, readable by its user alone; made together with a new vault.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="StoreFileException">File or key cannot be used, or do not belong together; says why and what to do.</exception>
    public static SqlitePersonalVault Open(string path, string keyPath, TimeProvider time) =>
        Open(path, ProgramKey.Open(keyPath, mayCreate: !File.Exists(path) || new FileInfo(path).Length == 0), time, null);

    /// <summary>Opens or makes a vault whose program key comes from a secret store.</summary>
    /// <param name="path">Database file.</param>
    /// <param name="programKey">32 bytes in base64.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="StoreFileException">File or key cannot be used, or do not belong together; says why and what to do.</exception>
    public static SqlitePersonalVault Open(string path, SecretText programKey, TimeProvider time) => Open(path, ProgramKey.Of(programKey), time, null);

    internal static SqlitePersonalVault Open(string path, ProgramKey key, TimeProvider time, int? largestPageCount)
    {
        var file = new SqliteFile(path, VaultStatements.Schema, problem => Damaged(Path.GetFullPath(path), problem));
        var connection = file.OpenWriter(time);
        try
        {
            return file.Guard(() =>
            {
                // Erased values and keys are overwritten, not only unlinked.
                SqliteFile.Execute(connection, "PRAGMA secure_delete=ON");
                if (largestPageCount is { } pages)
                {
                    _ = SqliteFile.Scalar(connection, $"PRAGMA max_page_count={pages}");
                }

                var statements = new VaultStatements(connection);
                if (statements.KeyFingerprint is null)
                {
                    statements.SetKeyFingerprint(key.Fingerprint);
                }

                return statements.KeyFingerprint.AsSpan().SequenceEqual(key.Fingerprint)
                    ? new SqlitePersonalVault(file, connection, statements, key)
                    : throw new StoreFileException(file.Path, "The vault was made with another program key.", "Give the key (or key file) that it was made with.");
            });
        }
        catch
        {
            connection.Dispose();
            throw;
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
            ObjectDisposedException.ThrowIf(disposed, this);
            if (erased.Contains(owner))
            {
                return hashed;
            }

            if (buffer.TryAdd((owner, hashed), value))
            {
                buffered.TryAdd(hashed, value);
            }

            if (buffer.Count >= BufferedValues)
            {
                WriteBuffer();
            }
        }

        return hashed;
    }

    /// <inheritdoc />
    /// <exception cref="StoreFileException">The value was damaged or edited.</exception>
    public string? Reveal(PersonalValue value)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);

            // What rests in the file was there first: a later spelling in the buffer does not replace it.
            return file.Guard(() => statements.Find(value)) switch
            {
                null => buffered.GetValueOrDefault(value),
                var (owner, wrapped, bytes) => Encoding.UTF8.GetString(Open(Open(key.WrapKey, wrapped, OwnerName(owner)), bytes, BelongsTo(owner, value))),
            };
        }
    }

    /// <inheritdoc />
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            WriteBuffer();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public IReadOnlyList<KeyValuePair<PersonalKind, string>> ValuesOf(string owner)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            WriteBuffer();
            return file.Guard(() => statements.FindOwner(owner) is { Wrapped: { } wrapped } found
                ? statements.ValuesOf(found.Id)
                    .Select(value => KeyValuePair.Create(value.Kind, Encoding.UTF8.GetString(Open(Open(key.WrapKey, wrapped, OwnerName(owner)), value.Sealed, BelongsTo(owner, value)))))
                    .ToList()
                : []);
        }
    }

    /// <inheritdoc />
    public Task LiftAsync(string owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (erased.Remove(owner))
            {
                file.Commit(connection, () => statements.Lift(owner));
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public byte[] SealRaw(string name, ReadOnlySpan<byte> bytes) => Sealed.Seal(key.RawKey, bytes, Encoding.UTF8.GetBytes(name));

    /// <inheritdoc />
    public byte[] OpenRaw(string name, ReadOnlySpan<byte> sealedBytes) => Sealed.Open(key.RawKey, sealedBytes, Encoding.UTF8.GetBytes(name));

    /// <inheritdoc />
    public Task<int> EraseAsync(string owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            WriteBuffer();
            var gone = file.Commit(connection, () => statements.Erase(owner));
            erased.Add(owner);

            // The log still holds the pages as they were; a reader elsewhere can delay this until the vault is closed.
            file.Guard(() => SqliteFile.Scalar(connection, "PRAGMA wal_checkpoint(TRUNCATE)"));
            return Task.FromResult(gone);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (disposed)
            {
                return ValueTask.CompletedTask;
            }

            disposed = true;
            try
            {
                WriteBuffer();
            }
            finally
            {
                statements.Dispose();
                connection.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    private static StoreFileException Damaged(string path, string problem) => new(path, problem, "Restore the file from a backup; do not edit it.");

    private static byte[] OwnerName(string owner) => Encoding.UTF8.GetBytes("owner\u001f" + owner);

    private static byte[] BelongsTo(string owner, (PersonalKind Kind, string Hash, byte[] Sealed) value) => BelongsTo(owner, new PersonalValue(value.Kind, value.Hash));

    private static byte[] BelongsTo(string owner, PersonalValue value) => Encoding.UTF8.GetBytes($"{owner}\u001f{value.Kind}\u001f{value.Hash}");

    private byte[] Open(byte[] cipherKey, byte[] bytes, byte[] belongsTo)
    {
        try
        {
            return Sealed.Open(cipherKey, bytes, belongsTo);
        }
        catch (CryptographicException)
        {
            throw Damaged(file.Path, "A value does not match its seal: it was damaged or edited.");
        }
    }

    private void WriteBuffer()
    {
        if (buffer.Count == 0)
        {
            return;
        }

        file.Commit(connection, () =>
        {
            foreach (var values in buffer.GroupBy(entry => entry.Key.Owner, StringComparer.Ordinal))
            {
                WriteOwner(values.Key, values);
            }

            return true;
        });
        buffer.Clear();
        buffered.Clear();
    }

    private void WriteOwner(string owner, IEnumerable<KeyValuePair<(string Owner, PersonalValue Value), string>> values)
    {
        var found = statements.FindOwner(owner);
        if (found is { Wrapped: null })
        {
            // Another process erased the owner meanwhile: what waited here is not kept.
            erased.Add(owner);
            return;
        }

        var ownerKey = found?.Wrapped is { } kept ? Open(key.WrapKey, kept, OwnerName(owner)) : RandomNumberGenerator.GetBytes(32);
        var id = found?.Id ?? statements.AddOwner(owner, Sealed.Seal(key.WrapKey, ownerKey, OwnerName(owner)));
        foreach (var ((_, value), text) in values)
        {
            if (!statements.Has(id, value))
            {
                statements.Add(id, value, Sealed.Seal(ownerKey, Encoding.UTF8.GetBytes(text), BelongsTo(owner, value)));
            }
        }
    }
}
