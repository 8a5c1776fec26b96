using System.Globalization;
using Bridge.Engine.Execution;
using Bridge.Storage.Local;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite;

/// <summary>
/// One database file: how it is opened (write-ahead log, a sync with every commit, foreign keys), how its schema comes up to
/// date, and what its errors mean. Readable by its user alone.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="schema">What it holds.</param>
/// <param name="damaged">Makes the error for a file that was damaged or edited, of the problem in one sentence.</param>
internal sealed class SqliteFile(string path, SqliteSchema schema, Func<string, Exception> damaged)
{
    private const int BusyMilliseconds = 10_000;

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>Opens a connection that writes; makes the file and brings its schema up to date.</summary>
    public SqliteConnection OpenWriter(TimeProvider time)
    {
        SqliteLibrary.Load();
        MakeFile();
        return Guard(() =>
        {
            var connection = Connect();
            try
            {
                // Before anything is set: a database of another program is left as it is.
                _ = VersionOf(connection);

                // cell_size_check finds damaged pages early; a bigger log makes checkpoints rarer.
                Execute(connection, "PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF; PRAGMA wal_autocheckpoint=4000;");
                if (Scalar(connection, "PRAGMA journal_mode=WAL") is not "wal")
                {
                    throw new StoreFileException(Path, "SQLite cannot keep a write-ahead log here.", "Use a folder on a local disk.");
                }

                EnsureSchema(connection, time);
                return connection;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>Opens a connection that cannot write.</summary>
    public SqliteConnection OpenReader() => Guard(() =>
    {
        var connection = Connect();
        Execute(connection, "PRAGMA query_only=ON; PRAGMA cell_size_check=ON; PRAGMA trusted_schema=OFF;");
        return connection;
    });

    /// <summary>Runs something with the database and says its errors in words.</summary>
    public T Guard<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (SqliteException error)
        {
            throw Explain(error);
        }
    }

    /// <summary>Runs something in one transaction: all of it is on the disk afterwards, or nothing.</summary>
    public T Commit<T>(SqliteConnection connection, Func<T> act) => Guard(() =>
    {
        Execute(connection, "BEGIN IMMEDIATE");
        try
        {
            var result = act();
            Execute(connection, "COMMIT");
            return result;
        }
        catch
        {
            // A full disk makes SQLite take the transaction back by itself.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                Execute(connection, "ROLLBACK");
            }

            throw;
        }
    });

    /// <summary>What an error of SQLite means.</summary>
    public Exception Explain(SqliteException error) => error.SqliteErrorCode switch
    {
        // 11 damaged, 26 no database, 1 our own statements do not fit the tables any more, 522 and 8458 pages are missing.
        11 or 26 or 1 => damaged($"The file is damaged or no {schema.Name} ({error.SqliteErrorCode}: {Reason(error)})."),
        10 when error.SqliteExtendedErrorCode is 522 or 8458 => damaged("The file ends too early."),
        13 => new StoreFileException(
            Path, "There is no space left on the disk; everything up to the last committed change is safe.", "Free some space and run again.", error),
        8 or 14 or 3 or 23 => new StoreFileException(
            Path, "The file cannot be opened or written.", "Check that its folder exists, is not read-only, and that this user may write there.", error),
        5 or 6 => new StoreFileException(Path, "Another program keeps the file locked.", "Close it (a database browser?) and run again.", error),
        10 => new StoreFileException(Path, "The disk reported an error.", "Check the disk and its free space, then run again.", error),
        _ => new StoreFileException(Path, $"SQLite refused ({error.SqliteErrorCode}: {Reason(error)}).", "Report this with the message.", error),
    };

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static string Reason(SqliteException error) => error.Message[(error.Message.IndexOf('\'') + 1)..].TrimEnd('.', '\'');

    private SqliteConnection Connect()
    {
        // No pooling: a pooled handle would outlive its store and keep the log file open.
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            ForeignKeys = true,
            DefaultTimeout = BusyMilliseconds / 1000,
        };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();

        // The provider waits in its own commands only; statements here go to the library.
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={BusyMilliseconds}"));
        return connection;
    }

    private void MakeFile()
    {
        if (File.Exists(Path))
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            new FileStream(Path, options).Dispose();
            NativeFiles.SyncFolder(System.IO.Path.GetDirectoryName(Path)!);
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(Path, fault.Problem, fault.Remedy, error);
        }
    }

    private void EnsureSchema(SqliteConnection connection, TimeProvider time)
    {
        if (VersionOf(connection) == schema.Versions.Count)
        {
            return;
        }

        Execute(connection, "BEGIN IMMEDIATE");
        var version = VersionOf(connection);
        if (version == 0)
        {
            Execute(connection, "CREATE TABLE schema_version(version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)");
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id={schema.ApplicationId}"));
        }

        while (version < schema.Versions.Count)
        {
            Execute(connection, schema.Versions[version]);
            using var note = new SqliteStatement(connection, "INSERT INTO schema_version(version, applied_at) VALUES(?1, ?2)");
            note.Run((long)++version, JournalChain.TimeText(time.GetUtcNow()));
        }

        Execute(connection, "COMMIT");
    }

    private int VersionOf(SqliteConnection connection)
    {
        if (Scalar(connection, "SELECT count(*) FROM sqlite_master") is 0L)
        {
            return 0;
        }

        if (Scalar(connection, "PRAGMA application_id") is not long application || application != schema.ApplicationId)
        {
            throw damaged($"The file is a database of another program, not a {schema.Name}.");
        }

        return Scalar(connection, "SELECT max(version) FROM schema_version") switch
        {
            long version when version > 0 && version <= schema.Versions.Count => (int)version,
            long version when version > schema.Versions.Count => throw new StoreFileException(
                Path, $"The file was written by a newer Bridge (schema {version}; this one knows up to {schema.Versions.Count}).", "Use that version of Bridge or a newer one."),
            _ => throw damaged("The file does not say its schema version."),
        };
    }
}
