using Bridge.Model.Privacy;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite.Vault;

/// <summary>Tables and statements of a vault.</summary>
internal sealed class VaultStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement keyFingerprint = new(connection, "SELECT key_fingerprint FROM vault WHERE id = 1");
    private readonly SqliteStatement setFingerprint = new(connection, "INSERT INTO vault(id, key_fingerprint) VALUES(1, ?1)");
    private readonly SqliteStatement findOwner = new(connection, "SELECT id, wrapped_key FROM owner WHERE name = ?1");
    private readonly SqliteStatement addOwner = new(connection, "INSERT INTO owner(name, wrapped_key) VALUES(?1, ?2)");
    private readonly SqliteStatement erasedOwners = new(connection, "SELECT name FROM owner WHERE wrapped_key IS NULL");
    private readonly SqliteStatement addErased = new(connection, "INSERT INTO owner(name, wrapped_key) VALUES(?1, NULL)");
    private readonly SqliteStatement lift = new(connection, "DELETE FROM owner WHERE name = ?1 AND wrapped_key IS NULL");
    private readonly SqliteStatement valuesOf = new(connection, "SELECT kind, hash, sealed FROM value WHERE owner = ?1");
    private readonly SqliteStatement has = new(connection, "SELECT 1 FROM value WHERE owner = ?1 AND kind = ?2 AND hash = ?3");
    private readonly SqliteStatement add = new(connection, "INSERT INTO value(owner, kind, hash, sealed) VALUES(?1, ?2, ?3, ?4)");
    private readonly SqliteStatement find = new(
        connection, "SELECT o.name, o.wrapped_key, v.sealed FROM value v JOIN owner o ON o.id = v.owner WHERE v.kind = ?1 AND v.hash = ?2 ORDER BY o.id LIMIT 1");

    private readonly SqliteStatement forget = new(connection, "UPDATE owner SET wrapped_key = NULL WHERE id = ?1");
    private readonly SqliteStatement erase = new(connection, "DELETE FROM value WHERE owner = ?1");
    private readonly SqliteStatement countOwn = new(
        connection,
        "SELECT count(*) FROM value v WHERE v.owner = ?1 AND NOT EXISTS (SELECT 1 FROM value o WHERE o.kind = v.kind AND o.hash = v.hash AND o.owner <> v.owner)");

    public static SqliteSchema Schema { get; } = new("vault", 0x42526756,
    [
        """
        CREATE TABLE vault(id INTEGER PRIMARY KEY CHECK (id = 1), key_fingerprint BLOB NOT NULL);
        CREATE TABLE owner(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, wrapped_key BLOB);
        CREATE TABLE value(
          owner INTEGER NOT NULL REFERENCES owner(id), kind INTEGER NOT NULL, hash BLOB NOT NULL, sealed BLOB NOT NULL,
          PRIMARY KEY(owner, kind, hash)) WITHOUT ROWID;
        CREATE INDEX value_by_hash ON value(kind, hash);
        """,
    ]);

    /// <summary>Fingerprint of the program key that the vault was made with; null for a new one.</summary>
    public byte[]? KeyFingerprint => keyFingerprint.Scalar() as byte[];

    public void SetKeyFingerprint(byte[] fingerprint) => setFingerprint.Run(fingerprint);

    public (long Id, byte[]? Wrapped)? FindOwner(string owner) =>
        findOwner.Rows(owner).FirstOrDefault() is { } row ? ((long)row[0], row[1] as byte[]) : null;

    public long AddOwner(string owner, byte[] wrapped)
    {
        addOwner.Run(owner, wrapped);
        return FindOwner(owner)!.Value.Id;
    }

    /// <summary>Owners whose key was destroyed.</summary>
    public IEnumerable<string> Erased() => erasedOwners.Rows().Select(row => (string)row[0]).ToList();

    /// <summary>Forgets that an owner was erased.</summary>
    public bool Lift(string owner)
    {
        lift.Run(owner);
        return true;
    }

    public IReadOnlyList<(PersonalKind Kind, string Hash, byte[] Sealed)> ValuesOf(long owner) =>
        [.. valuesOf.Rows(owner).Select(row => ((PersonalKind)(long)row[0], Convert.ToHexStringLower((byte[])row[1]), (byte[])row[2]))];

    public bool Has(long owner, PersonalValue value) => has.Scalar(owner, (long)value.Kind, Bytes(value)) is not null;

    public void Add(long owner, PersonalValue value, byte[] bytes) => add.Run(owner, (long)value.Kind, Bytes(value), bytes);

    public (string Owner, byte[] Wrapped, byte[] Sealed)? Find(PersonalValue value) =>
        find.Rows((long)value.Kind, Bytes(value)).FirstOrDefault() is [string owner, byte[] wrapped, byte[] bytes] ? (owner, wrapped, bytes) : null;

    /// <summary>Destroys the key and the values of an owner.</summary>
    /// <returns>Number of values that nobody else has.</returns>
    public int Erase(string owner)
    {
        if (FindOwner(owner) is not { } found)
        {
            // Nothing is kept of it, and nothing will be.
            addErased.Run(owner);
            return 0;
        }

        var own = (int)(long)countOwn.Scalar(found.Id)!;
        forget.Run(found.Id);
        erase.Run(found.Id);
        return own;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { keyFingerprint, setFingerprint, findOwner, addOwner, has, add, find, forget, erase, countOwn, erasedOwners, addErased, lift, valuesOf })
        {
            statement.Dispose();
        }
    }

    // A hash is 32 hexadecimal characters; what is something else was never kept.
    private static byte[] Bytes(PersonalValue value) => value.Hash is { Length: 32 } hash && hash.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(hash) : [];
}
