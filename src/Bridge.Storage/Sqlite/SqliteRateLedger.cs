using System.Text.Json;
using Bridge.Engine.Execution;
using Bridge.Rails.Abstractions.Pacing;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite;

/// <summary>
/// What was spent of rate accounts. The account is the rail's, not a migration's, so the file belongs to the installation. Safe
/// for use from several threads; two processes may use one file, the last one to save wins.
/// </summary>
public sealed class SqliteRateLedger : IRateLedger, IAsyncDisposable
{
    private static readonly SqliteSchema Schema = new("rate ledger", 0x4252674C, ["CREATE TABLE account(name TEXT PRIMARY KEY, state BLOB NOT NULL) WITHOUT ROWID"]);

    private readonly Lock gate = new();
    private readonly SqliteFile file;
    private readonly SqliteConnection connection;
    private readonly SqliteStatement load;
    private readonly SqliteStatement save;
    private bool disposed;

    private SqliteRateLedger(SqliteFile file, SqliteConnection connection)
    {
        this.file = file;
        this.connection = connection;
        load = new(connection, "SELECT state FROM account WHERE name = ?1");
        save = new(connection, "INSERT INTO account(name, state) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET state = excluded.state");
    }

    /// <summary>Opens or makes a ledger.</summary>
    /// <exception cref="StoreFileException">The file cannot be used; says why and what to do.</exception>
    public static SqliteRateLedger Open(string path, TimeProvider time)
    {
        var file = new SqliteFile(path, Schema, problem => Damaged(Path.GetFullPath(path), problem));
        var connection = file.OpenWriter(time);
        try
        {
            return file.Guard(() => new SqliteRateLedger(file, connection));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask<PacerState?> LoadAsync(string account, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            try
            {
                return ValueTask.FromResult(file.Guard(() => load.Scalar(account)) is byte[] json ? PacerState.FromJson(json) : null);
            }
            catch (JsonException)
            {
                throw Damaged(file.Path, $"The state of account '{account}' cannot be read.");
            }
        }
    }

    /// <inheritdoc />
    public ValueTask SaveAsync(PacerState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            file.Guard(() =>
            {
                save.Run(state.Account, state.ToJson());
                return true;
            });
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (!disposed)
            {
                disposed = true;
                load.Dispose();
                save.Dispose();
                connection.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    // Nothing is lost but the memory of the last window: after its length a new file is as good.
    private static StoreFileException Damaged(string path, string problem) =>
        new(path, problem, "Wait for the rail's longest rate window to pass, remove the file and run again.");
}
