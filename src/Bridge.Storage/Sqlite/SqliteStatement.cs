using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Bridge.Storage.Sqlite;

/// <summary>
/// A prepared statement with the parameters ?1, ?2, ..., kept for the life of its connection and used by one thread at a time.
/// It goes to the library directly: values come with the type they have in the file, which a check of damaged rows needs, and
/// a text is not cut at a NUL, as the provider's reader does.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        var code = raw.sqlite3_prepare_v2(database, sql, out statement);
        if (code != raw.SQLITE_OK)
        {
            throw Failed();
        }
    }

    /// <summary>Runs it.</summary>
    public void Run(params ReadOnlySpan<object> values)
    {
        Bind(values);
        try
        {
            while (Step())
            {
                // Rows that a statement gives on the side are of no interest here.
            }
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>First column of the first row; null when there is no row.</summary>
    public object? Scalar(params ReadOnlySpan<object> values)
    {
        Bind(values);
        try
        {
            return Step() ? Column(0) : null;
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    /// <summary>The rows, each as its column values (long, string, byte[], double or DBNull). The statement is busy until the last one was taken.</summary>
    public IEnumerable<object[]> Rows(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return Read();
    }

    public void Dispose() => statement.Dispose();

    private IEnumerable<object[]> Read()
    {
        try
        {
            while (Step())
            {
                var row = new object[raw.sqlite3_column_count(statement)];
                for (var at = 0; at < row.Length; at++)
                {
                    row[at] = Column(at);
                }

                yield return row;
            }
        }
        finally
        {
            raw.sqlite3_reset(statement);
        }
    }

    private bool Step() => raw.sqlite3_step(statement) switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        _ => throw Failed(),
    };

    // Text by its bytes: it may hold a NUL, which the library's own text form would end at.
    private object Column(int at) => raw.sqlite3_column_type(statement, at) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, at),
        raw.SQLITE_TEXT => Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, at)),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, at).ToArray(),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, at),
        _ => DBNull.Value,
    };

    private void Bind(ReadOnlySpan<object> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            var code = values[at] switch
            {
                long number => raw.sqlite3_bind_int64(statement, at + 1, number),
                string text => BindText(at + 1, text),
                byte[] blob => raw.sqlite3_bind_blob(statement, at + 1, blob),
                DBNull => raw.sqlite3_bind_null(statement, at + 1),
                var other => throw new ArgumentException($"A value of type {other.GetType().Name} cannot be stored.", nameof(values)),
            };
            if (code != raw.SQLITE_OK)
            {
                throw Failed();
            }
        }
    }

    private int BindText(int number, string text)
    {
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(statement, number, "");
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return raw.sqlite3_bind_text(statement, number, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private SqliteException Failed()
    {
        var code = raw.sqlite3_extended_errcode(database);
        return new($"SQLite error {code}: '{raw.sqlite3_errmsg(database).utf8_to_string()}'.", code & 0xFF, code);
    }
}
