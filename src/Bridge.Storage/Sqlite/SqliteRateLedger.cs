using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions.Pacing;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite;

/// <summary>What was spent of rate accounts, in a file of the installation: migrations on one account share it.</summary>
public sealed class SqliteRateLedger : IRateLedger, IAsyncDisposable
{
    private static readonly SqliteSchema Schema = new("rate ledger", 0x4252474C, ["CREATE TABLE account(name TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID"]);

    private readonly object gate = new();
    private readonly SqliteFile file;
    private readonly SqliteConnection connection;
    private readonly SqliteStatement load;
    private readonly SqliteStatement save;

    private SqliteRateLedger(SqliteFile file, SqliteConnection connection)
    {
        this.file = file;
        this.connection = connection;
        load = new SqliteStatement(connection, "SELECT state FROM account WHERE name = ?1");
        save = new SqliteStatement(connection, "INSERT INTO account(name, state) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET state = excluded.state");
    }

    /// <summary>Opens or makes a ledger.</summary>
    /// <exception cref="StoreFileException">The file cannot be used.</exception>
    public static SqliteRateLedger Open(string path, TimeProvider time)
    {
        var file = new SqliteFile(path, Schema, problem => new StoreFileException(path, problem, "Remove the file: only what was spent in the last window is forgotten."));
        return new SqliteRateLedger(file, file.OpenWriter(time));
    }

    /// <inheritdoc />
    public ValueTask<PacerState?> LoadAsync(string account, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return ValueTask.FromResult(file.Guard(() => load.Scalar(account)) is byte[] json ? PacerState.FromJson(json) : null);
        }
    }

    /// <inheritdoc />
    public ValueTask SaveAsync(PacerState state, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            file.Guard(() =>
            {
                save.Run(state.Account, state.ToJson());
                return 0;
            });
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            load.Dispose();
            save.Dispose();
            connection.Dispose();
        }

        return ValueTask.CompletedTask;
    }
}
