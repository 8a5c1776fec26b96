using System.Text;
using Bridge.Engine.Execution;
using Bridge.Model.Identity;
using Microsoft.Data.Sqlite;

namespace Bridge.Storage.Sqlite.Runs;

/// <summary>The writer connection inside one transaction. Everything here runs on the writer's loop.</summary>
internal sealed class RunWriteSession : IDisposable
{
    private readonly TimeProvider time;
    private readonly Func<string, Exception> damaged;
    private readonly SqliteConnection connection;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement loadHead;
    private readonly SqliteStatement saveHead;
    private readonly SqliteStatement insert;
    private readonly StateWriter steps;
    private readonly StateWriter idMap;
    private readonly StateWriter runs;
    private readonly StateWriter checkpoints;
    private readonly StateWriter documents;

    public RunWriteSession(SqliteConnection connection, TimeProvider time, Func<string, Exception> damaged)
    {
        this.connection = connection;
        this.time = time;
        this.damaged = damaged;
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        loadHead = new(connection, RunHead.Select);
        saveHead = new(connection, RunHead.Upsert);
        insert = new(connection, "INSERT INTO journal(sequence, epoch, at, previous_hash, hash, record) VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
        steps = new(connection, StateTable.Steps);
        idMap = new(connection, StateTable.IdMap);
        runs = new(connection, StateTable.Runs);
        checkpoints = new(connection, StateTable.Checkpoints);
        documents = new(connection, StateTable.Documents);
    }

    /// <summary>The head as this transaction leaves it.</summary>
    public RunHead Head { get; private set; } = Empty;

    private static RunHead Empty { get; } =
        new() { Epoch = 0, Owner = null, Sequence = 0, Hash = JournalChain.Origin, Clock = JournalChain.TimeText(DateTimeOffset.MinValue), Tally = 0 };

    /// <summary>Reads the head of a database; the empty one for a new file.</summary>
    /// <exception cref="RunStoreCorruptException">It was changed.</exception>
    public static RunHead HeadOf(SqliteStatement select, Func<string, Exception> damaged)
    {
        var row = select.Rows().SingleOrDefault();
        return row is null ? Empty
            : row[^1] is long seal && seal == RowSeal.Of(RunHead.Table, row.AsSpan(0, row.Length - 1)) ? RunHead.Of(row)
            : throw damaged("The row of table head was changed.");
    }

    /// <summary>Begins a transaction on what is in the file now.</summary>
    public void Begin()
    {
        begin.Run();
        Head = HeadOf(loadHead, damaged);
    }

    /// <summary>Makes everything since <see cref="Begin"/> durable.</summary>
    public void Commit()
    {
        var values = Head.Values;
        saveHead.Run([.. values, RowSeal.Of(RunHead.Table, values)]);
        commit.Run();
    }

    /// <summary>Takes everything since <see cref="Begin"/> back. SQLite may have done so itself.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            SqliteFile.Execute(connection, "ROLLBACK");
        }
    }

    /// <summary>Makes a new owner, with the record that says so.</summary>
    public OwnerEpoch Take(string owner, JournalRecord record, string canonical)
    {
        Head = Head with { Epoch = Head.Epoch + 1, Owner = owner };
        var epoch = new OwnerEpoch(Head.Epoch);
        Append(epoch, record, canonical, []);
        return epoch;
    }

    /// <summary>Notes that nobody owns the store.</summary>
    public bool Release(OwnerEpoch epoch)
    {
        if (Head.Epoch == epoch.Value)
        {
            Head = Head with { Owner = null };
        }

        return true;
    }

    /// <summary>Appends a record and applies its changes.</summary>
    /// <param name="epoch">Owner.</param>
    /// <param name="record">The record.</param>
    /// <param name="canonical">Its canonical JSON.</param>
    /// <param name="changes">Changes.</param>
    public JournalEntry Append(OwnerEpoch epoch, JournalRecord record, string canonical, IReadOnlyList<StoreChange> changes)
    {
        if (Head.Epoch != epoch.Value)
        {
            throw new EpochLostException(epoch, new OwnerEpoch(Head.Epoch));
        }

        var now = JournalChain.TimeText(time.GetUtcNow());
        var at = string.CompareOrdinal(now, Head.Clock) > 0 ? now : Head.Clock;
        var sequence = Head.Sequence + 1;
        var previous = Head.Hash;
        var hash = JournalChain.Hash(sequence, epoch, at, previous, Encoding.UTF8.GetBytes(canonical));
        insert.Run(sequence, epoch.Value, at, Convert.FromHexString(previous), Convert.FromHexString(hash), canonical);
        Head = Head with { Sequence = sequence, Hash = hash, Clock = at, Tally = unchecked(Head.Tally + Apply(changes)) };
        return new(sequence, epoch, JournalReader.Time(at), record, previous, hash);
    }

    public void Dispose()
    {
        foreach (var statement in new IDisposable[] { begin, commit, loadHead, saveHead, insert, steps, idMap, runs, checkpoints, documents, connection })
        {
            statement.Dispose();
        }
    }

    private long Apply(IReadOnlyList<StoreChange> changes)
    {
        // Runs first: a step may name a run of the same changes, in whatever order they were listed.
        var tally = 0L;
        foreach (var change in changes.OfType<StoreChange.SetRun>())
        {
            tally = unchecked(tally + runs.Put(RunRows.Of(change.Row)));
        }

        foreach (var change in changes)
        {
            tally = unchecked(tally + Apply(change));
        }

        return tally;
    }

    private long Apply(StoreChange change) => change switch
    {
        StoreChange.SetRun => 0,
        StoreChange.SetStep set => PutStep(set.Row),
        StoreChange.SetIdMap set => idMap.Put(RunRows.Of(set.Row)),
        StoreChange.RemoveIdMap remove => idMap.Remove(EntityNames.Of(remove.Entity), KeyBytes.Encode(remove.Source)),
        StoreChange.SetCheckpoint { Value: null } set => checkpoints.Remove(set.Key),
        StoreChange.SetCheckpoint set => checkpoints.Put([set.Key, set.Value]),
        StoreChange.SetDocument set => documents.Put([set.Kind, KeyBytes.Encode(set.Key), set.Json]),
        _ => throw new InvalidOperationException($"A store change of type {change.GetType().Name} is not known here."),
    };

    private long PutStep(StepRow row)
    {
        try
        {
            return steps.Put(RunRows.Of(row));
        }
        catch (SqliteException error) when (error.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT_FOREIGNKEY)
        {
            throw new InvalidOperationException($"Step '{row.StepId}' belongs to run '{row.RunId}', which is not in the store.", error);
        }
    }
}
