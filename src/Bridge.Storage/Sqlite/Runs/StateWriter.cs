using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>Writes rows of one state table and keeps the tally in step.</summary>
internal sealed class StateWriter : IDisposable
{
    private readonly StateTable table;
    private readonly SqliteStatement find;
    private readonly SqliteStatement upsert;
    private readonly SqliteStatement delete;

    public StateWriter(SqliteConnection connection, StateTable table)
    {
        this.table = table;
        find = new(connection, $"SELECT seal FROM {table.Name} WHERE {table.KeyCondition}");
        upsert = new(connection, table.Upsert);
        delete = new(connection, $"DELETE FROM {table.Name} WHERE {table.KeyCondition}");
    }

    /// <summary>Writes a row.</summary>
    /// <returns>Change of the tally.</returns>
    public long Put(object[] row)
    {
        var before = find.Scalar(row.AsSpan(0, table.Keys)) as long? ?? 0;
        var seal = RowSeal.Of(table.Name, row);
        upsert.Run([.. row, seal]);
        return unchecked(seal - before);
    }

    /// <summary>Removes a row, if it is there.</summary>
    /// <returns>Change of the tally.</returns>
    public long Remove(params ReadOnlySpan<object> key)
    {
        if (find.Scalar(key) is not long before)
        {
            return 0;
        }

        delete.Run(key);
        return unchecked(-before);
    }

    public void Dispose()
    {
        find.Dispose();
        upsert.Dispose();
        delete.Dispose();
    }
}
