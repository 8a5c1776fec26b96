using Bridge.Model.Privacy;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite.Vault;

/// <summary>The statements of a vault.</summary>
internal sealed class VaultStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement findOwner = new(connection, "SELECT id, wrapped_key FROM owner WHERE name = ?1");
    private readonly SqliteStatement addOwner = new(connection, "INSERT INTO owner(name, wrapped_key) VALUES(?1, ?2)");
    private readonly SqliteStatement setKey = new(connection, "UPDATE owner SET wrapped_key = ?2 WHERE id = ?1");
    private readonly SqliteStatement has = new(connection, "SELECT 1 FROM value WHERE owner = ?1 AND kind = ?2 AND hash = ?3");
    private readonly SqliteStatement add = new(connection, "INSERT INTO value(owner, kind, hash, sealed) VALUES(?1, ?2, ?3, ?4)");
    private readonly SqliteStatement find = new(
        connection, "SELECT o.name, o.wrapped_key, v.sealed FROM value v JOIN owner o ON o.id = v.owner WHERE v.kind = ?1 AND v.hash = ?2 ORDER BY o.id");

    private readonly SqliteStatement forget = new(connection, "UPDATE owner SET wrapped_key = NULL WHERE id = ?1");
    private readonly SqliteStatement erase = new(connection, "DELETE FROM value WHERE owner = ?1");
    private readonly SqliteStatement count = new(connection, "SELECT count(*) FROM value WHERE owner = ?1");

    public (long Id, byte[]? Wrapped)? FindOwner(string owner)
    {
        foreach (var row in findOwner.Rows(owner))
        {
            return ((long)row[0], row[1] as byte[]);
        }

        return null;
    }

    public (long Id, byte[]? Wrapped) AddOwner(string owner, byte[] wrapped)
    {
        addOwner.Run(owner, wrapped);
        return FindOwner(owner)!.Value;
    }

    public void SetKey(long owner, byte[] wrapped) => setKey.Run(owner, wrapped);

    public bool Has(long owner, PersonalValue value) => has.Scalar(owner, (long)value.Kind, value.Hash) is not null;

    public void Add(long owner, PersonalValue value, byte[] bytes) => add.Run(owner, (long)value.Kind, value.Hash, bytes);

    public List<(string Owner, byte[]? Wrapped, byte[] Sealed)> Find(PersonalValue value) =>
        [.. find.Rows((long)value.Kind, value.Hash).Select(row => ((string)row[0], row[1] as byte[], (byte[])row[2]))];

    public int Erase(string owner)
    {
        if (FindOwner(owner) is not { } found)
        {
            return 0;
        }

        var values = (long)(count.Scalar(found.Id) ?? 0L);
        forget.Run(found.Id);
        erase.Run(found.Id);
        return (int)values;
    }

    public void Dispose()
    {
        foreach (var statement in new[] { findOwner, addOwner, setKey, has, add, find, forget, erase, count })
        {
            statement.Dispose();
        }
    }
}
