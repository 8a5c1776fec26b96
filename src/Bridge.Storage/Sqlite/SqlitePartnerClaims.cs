using Bridge.Engine.Brands;
using Bridge.Engine.Execution;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite;

/// <summary>
/// Claims on partners in one file for all programs of a brand. A claim is one transaction over all keys of a partner, so of two
/// processes that claim at the same time one sees the other. Lost claims cost nothing but the check: the file may be removed
/// while no program is applied.
/// </summary>
public sealed class SqlitePartnerClaims : IPartnerClaims, IAsyncDisposable
{
    private static readonly SqliteSchema Schema = new(
        "file of partner claims",
        0x42725063,
        ["CREATE TABLE claim(key TEXT PRIMARY KEY, program TEXT NOT NULL, run TEXT NOT NULL, step TEXT NOT NULL, source TEXT NOT NULL) WITHOUT ROWID"]);

    private readonly Lock gate = new();
    private readonly SqliteFile file;
    private readonly SqliteConnection connection;
    private readonly SqliteStatement find;
    private readonly SqliteStatement put;
    private readonly Func<PartnerClaim, CancellationToken, Task<bool>> stands;
    private bool disposed;

    private SqlitePartnerClaims(SqliteFile file, SqliteConnection connection, Func<PartnerClaim, CancellationToken, Task<bool>> stands)
    {
        this.file = file;
        this.connection = connection;
        this.stands = stands;
        find = new(connection, "SELECT program, run, step, source FROM claim WHERE key = ?1");
        put = new(connection, "INSERT INTO claim(key, program, run, step, source) VALUES(?1, ?2, ?3, ?4, ?5) ON CONFLICT(key) DO UPDATE SET program = excluded.program, run = excluded.run, step = excluded.step, source = excluded.source");
    }

    /// <summary>Opens or makes a file of claims.</summary>
    /// <param name="path">The file.</param>
    /// <param name="time">Clock.</param>
    /// <param name="stands">Tells whether another program's claim still stands: it made the partner, or may go on making it.</param>
    /// <exception cref="StoreFileException">The file cannot be used; says why and what to do.</exception>
    public static SqlitePartnerClaims Open(string path, TimeProvider time, Func<PartnerClaim, CancellationToken, Task<bool>> stands)
    {
        var full = Path.GetFullPath(path);
        var file = new SqliteFile(
            full, Schema, problem => new StoreFileException(full, problem, "See that no program of the brand is being applied, remove the file and run again."));
        var connection = file.OpenWriter(time);
        try
        {
            return file.Guard(() => new SqlitePartnerClaims(file, connection, stands));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<PartnerClaim?> ClaimAsync(PartnerClaim claim, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(keys.Count, nameof(keys));
        var fallen = new HashSet<PartnerClaim>();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryClaim(claim, keys, fallen) is not { } other)
            {
                return null;
            }

            // Looked up outside of the transaction: the other program's run store is a file of its own.
            if (await stands(other, cancellationToken))
            {
                return other;
            }

            fallen.Add(other);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            if (!disposed)
            {
                disposed = true;
                find.Dispose();
                put.Dispose();
                connection.Dispose();
            }
        }

        return ValueTask.CompletedTask;
    }

    private PartnerClaim? TryClaim(PartnerClaim claim, IReadOnlyList<string> keys, HashSet<PartnerClaim> fallen)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return file.Commit(connection, () =>
            {
                var holders = keys.Select(Holder).OfType<PartnerClaim>().ToList();
                if (holders.Find(holder => holder.Program != claim.Program && !fallen.Contains(holder)) is { } other)
                {
                    return other;
                }

                foreach (var key in keys)
                {
                    put.Run(key, claim.Program, claim.RunId, claim.Step, claim.Source);
                }

                return null;
            });
        }
    }

    private PartnerClaim? Holder(string key) =>
        find.Rows(key).Select(row => new PartnerClaim((string)row[0], (string)row[1], (string)row[2], (string)row[3])).ToList() is [var holder, ..] ? holder : null;
}
