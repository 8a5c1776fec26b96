using Bridge.Engine.Execution;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>A connection that reads, with its prepared statements. Used by one caller at a time.</summary>
internal sealed class RunReader : IDisposable
{
    /// <summary>Rows of one page of a streaming read: no statement stays open while the caller works on them.</summary>
    public const int PageSize = 1000;

    private readonly SqliteConnection connection;
    private readonly Func<string, Exception> damaged;
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    public RunReader(SqliteConnection connection, Func<string, Exception> damaged)
    {
        this.connection = connection;
        this.damaged = damaged;
    }

    /// <summary>The head.</summary>
    public RunHead Head() => RunWriteSession.HeadOf(Prepare(RunHead.Select), damaged);

    /// <summary>Rows of the journal behind a number, at most a page.</summary>
    public List<object[]> Journal(long after) =>
        [.. Prepare($"SELECT {JournalReader.Columns} FROM journal WHERE sequence > ?1 ORDER BY sequence LIMIT {PageSize}").Rows(after)];

    /// <summary>Hash of a record as it rests; null when there is none.</summary>
    public byte[]? JournalHash(long sequence) => Prepare("SELECT hash FROM journal WHERE sequence=?1").Scalar(sequence) as byte[];

    /// <summary>Number of the last record, 0 when there is none.</summary>
    public long LastSequence() => Prepare("SELECT max(sequence) FROM journal").Scalar() as long? ?? 0;

    /// <summary>One row by its key.</summary>
    public object[]? Find(StateTable table, params ReadOnlySpan<object> key)
    {
        var row = Prepare($"SELECT {table.Selected} FROM {table.Name} WHERE {table.KeyCondition}").Rows(key).FirstOrDefault();
        return row is null ? null : Checked(table, row);
    }

    /// <summary>Rows that a condition picks, checked; at most a page where the SQL says so.</summary>
    public List<object[]> Rows(StateTable table, string condition, params ReadOnlySpan<object> values) =>
        [.. Prepare($"SELECT {table.Selected} FROM {table.Name} {condition}").Rows(values).Select(row => Checked(table, row))];

    /// <summary>Number of steps of a run by state.</summary>
    public Dictionary<StepState, long> CountSteps(string runId) =>
        Prepare("SELECT state, count(*) FROM steps WHERE run_id=?1 GROUP BY state").Rows(runId).ToDictionary(
            row => row[0] is string name && EnumText<StepState>.TryParse(name, out var state) ? state : throw damaged("The index of steps by state is damaged."),
            row => (long)row[1]);

    /// <summary>Checks the structure of the whole file.</summary>
    public void CheckStructure()
    {
        if (SqliteFile.Scalar(connection, "PRAGMA integrity_check(1)") is not "ok" and var problem)
        {
            throw damaged($"The file is damaged ({problem}).");
        }
    }

    /// <summary>Sum of the seals of all rows of a table, each checked.</summary>
    public long Tally(StateTable table, CancellationToken cancellationToken)
    {
        var tally = 0L;
        foreach (var row in Prepare($"SELECT {table.Selected} FROM {table.Name}").Rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            tally = unchecked(tally + (long)Checked(table, row)[^1]);
        }

        return tally;
    }

    /// <summary>All journal rows in order, one at a time.</summary>
    public IEnumerable<object[]> WholeJournal() => Prepare($"SELECT {JournalReader.Columns} FROM journal ORDER BY sequence").Rows();

    /// <summary>Reads with a frozen view: what another process commits meanwhile is not seen, so that several rows fit together.</summary>
    public T Frozen<T>(Func<RunReader, T> act)
    {
        SqliteFile.Execute(connection, "BEGIN");
        try
        {
            return act(this);
        }
        finally
        {
            // After some errors SQLite has ended it by itself.
            if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                SqliteFile.Execute(connection, "ROLLBACK");
            }
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private object[] Checked(StateTable table, object[] row) => row[^1] is long seal && seal == RowSeal.Of(table.Name, row.AsSpan(0, row.Length - 1))
        ? row
        : throw damaged($"A row of table {table.Name} was changed.");

    private SqliteStatement Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statements.Add(sql, statement = new(connection, sql));
        }

        return statement;
    }
}
