using System.Security.Cryptography;
using System.Text;
using Bridge.Engine.Execution;
using Bridge.Engine.Privacy;
using Bridge.Model.Privacy;
using Bridge.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite.Vault;

/// <summary>
/// The vault in a database file of its own. Values are encrypted under a random key for each owner, owner keys under the
/// program's key; owner and kind are bound to each value. What was protected rests in a buffer until it is flushed, then in
/// the file alone: memory does not grow with the program.
/// </summary>
public sealed class SqlitePersonalVault : IPersonalVault
{
    private const int BufferedValues = 4096;
    private static readonly SqliteSchema Schema = new("vault", 0x42524756,
    [
        """
        CREATE TABLE owner(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, wrapped_key BLOB);
        CREATE TABLE value(owner INTEGER NOT NULL REFERENCES owner(id), kind INTEGER NOT NULL, hash TEXT NOT NULL, sealed BLOB NOT NULL,
            PRIMARY KEY(owner, kind, hash)) WITHOUT ROWID;
        CREATE INDEX value_by_hash ON value(kind, hash);
        """,
    ]);

    private readonly object gate = new();
    private readonly ProgramKey key;
    private readonly PersonalHasher hasher;
    private readonly SqliteFile file;
    private readonly SqliteConnection connection;
    private readonly VaultStatements statements;
    private readonly Dictionary<(string Owner, PersonalValue Value), string> buffer = [];

    private SqlitePersonalVault(SqliteFile file, SqliteConnection connection, ProgramKey key)
    {
        this.file = file;
        this.connection = connection;
        this.key = key;
        hasher = new PersonalHasher(key.HashKey);
        statements = new VaultStatements(connection);
    }

    /// <summary>Opens or makes a vault.</summary>
    /// <param name="path">Database file.</param>
    /// <param name="keyPath">Key file of the migration; made on first use.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="StoreFileException">File or key cannot be used; says why and what to do.</exception>
    public static SqlitePersonalVault Open(string path, string keyPath, TimeProvider time)
    {
        var file = new SqliteFile(path, Schema, problem => new StoreFileException(path, problem, "Restore the file from a backup; do not edit it."));
        var key = ProgramKey.Open(keyPath);
        return new SqlitePersonalVault(file, file.OpenWriter(time), key);
    }

    /// <inheritdoc />
    public PersonalValue Protect(string owner, PersonalKind kind, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        var protectedValue = hasher.Hash(kind, value);
        lock (gate)
        {
            buffer[(owner, protectedValue)] = value;
            if (buffer.Count >= BufferedValues)
            {
                WriteBuffer();
            }
        }

        return protectedValue;
    }

    /// <inheritdoc />
    public string? Reveal(PersonalValue value)
    {
        lock (gate)
        {
            WriteBuffer();
            return file.Guard(() =>
            {
                foreach (var (owner, wrapped, bytes) in statements.Find(value))
                {
                    if (wrapped is not null)
                    {
                        var ownerKey = Sealed.Open(key.WrapKey, wrapped, Encoding.UTF8.GetBytes(owner));
                        return Encoding.UTF8.GetString(Sealed.Open(ownerKey, bytes, BelongsTo(owner, value)));
                    }
                }

                return null;
            });
        }
    }

    /// <inheritdoc />
    public Task FlushAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            WriteBuffer();
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public byte[] SealRaw(string name, ReadOnlySpan<byte> bytes) => Sealed.Seal(key.WrapKey, bytes, Encoding.UTF8.GetBytes("raw\u001f" + name));

    /// <inheritdoc />
    public byte[] OpenRaw(string name, ReadOnlySpan<byte> sealedBytes) => Sealed.Open(key.WrapKey, sealedBytes, Encoding.UTF8.GetBytes("raw\u001f" + name));

    /// <inheritdoc />
    public Task<int> EraseAsync(string owner, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            WriteBuffer();
            return Task.FromResult(file.Guard(() => statements.Erase(owner)));
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            WriteBuffer();
            statements.Dispose();
            connection.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static byte[] BelongsTo(string owner, PersonalValue value) => Encoding.UTF8.GetBytes($"{owner}\u001f{value.Kind}\u001f{value.Hash}");

    private void WriteBuffer()
    {
        if (buffer.Count == 0)
        {
            return;
        }

        file.Guard(() =>
        {
            SqliteFile.Execute(connection, "BEGIN IMMEDIATE");
            try
            {
                foreach (var owner in buffer.GroupBy(entry => entry.Key.Owner, StringComparer.Ordinal))
                {
                    WriteOwner(owner.Key, owner);
                }

                SqliteFile.Execute(connection, "COMMIT");
            }
            catch
            {
                SqliteFile.Execute(connection, "ROLLBACK");
                throw;
            }

            return 0;
        });
        buffer.Clear();
    }

    private void WriteOwner(string owner, IEnumerable<KeyValuePair<(string Owner, PersonalValue Value), string>> values)
    {
        var name = Encoding.UTF8.GetBytes(owner);
        var (id, wrapped) = statements.FindOwner(owner) ?? statements.AddOwner(owner, Sealed.Seal(key.WrapKey, RandomNumberGenerator.GetBytes(32), name));
        if (wrapped is null)
        {
            // The person was erased and is read again: the values are kept under a new key, as for a new person.
            wrapped = Sealed.Seal(key.WrapKey, RandomNumberGenerator.GetBytes(32), name);
            statements.SetKey(id, wrapped);
        }

        var ownerKey = Sealed.Open(key.WrapKey, wrapped, name);
        foreach (var ((_, value), text) in values)
        {
            if (!statements.Has(id, value))
            {
                statements.Add(id, value, Sealed.Seal(ownerKey, Encoding.UTF8.GetBytes(text), BelongsTo(owner, value)));
            }
        }
    }
}
