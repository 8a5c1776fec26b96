using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Model.Identity;
using Bridge.Storage.Sqlite.Runs;

namespace Bridge.Storage.Sqlite;

/// <summary>
/// Run state of one migration in one SQLite file, committed with a sync. Any number of processes may read; the one that took
/// ownership writes. Beside the file lie <c>.lock</c> (the living owner), <c>.head</c> (how far the journal had come) and SQLite's
/// own log. Every record and row is checked when it is read.
/// </summary>
public sealed class SqliteRunStore : IRunStore
{
    private readonly string path;
    private readonly RunStoreWriter writer;
    private readonly RunReaders readers;
    private readonly SemaphoreSlim ownership = new(1);
    private FileStream? held;
    private OwnerEpoch? current;

    private SqliteRunStore(string path, RunStoreWriter writer, RunReaders readers)
    {
        this.path = path;
        this.writer = writer;
        this.readers = readers;
    }

    /// <summary>Opens a run store; makes the file when there is none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="time">Clock.</param>
    /// <exception cref="RunStoreCorruptException">The file is no run store, is damaged, or records are missing at its end.</exception>
    /// <exception cref="StoreFileException">The file cannot be used, or was written by a newer version.</exception>
    public static SqliteRunStore Open(string file, TimeProvider time) => Open(file, time, null);

    /// <summary>As above, with a limit of pages that makes the "disk" run full in tests.</summary>
    internal static SqliteRunStore Open(string file, TimeProvider time, int? largestPageCount)
    {
        var path = Path.GetFullPath(file);
        Func<string, Exception> damaged = problem => new RunStoreCorruptException(path, null, problem);
        var mark = HeadMark.Read(path);
        if (mark is { Sequence: > 0 } && !File.Exists(path))
        {
            throw damaged($"The file is gone; {mark.Value.Sequence} journal records were in it.");
        }

        var database = new SqliteFile(path, RunSchema.Schema, damaged);
        var connection = database.OpenWriter(time);
        var readers = new RunReaders(database, damaged);
        try
        {
            if (largestPageCount is { } pages)
            {
                _ = SqliteFile.Scalar(connection, $"PRAGMA max_page_count={pages}");
            }

            _ = readers.Read(reader => new RunVerifier(path).CheckEnd(mark, reader));
            return new(path, new(database, database.Guard(() => new RunWriteSession(connection, time, damaged)), HeadMark.Open(path)), readers);
        }
        catch
        {
            readers.Dispose();
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public async Task<OwnerEpoch> TakeOwnershipAsync(string owner, CancellationToken cancellationToken)
    {
        await ownership.WaitAsync(cancellationToken);
        try
        {
            var lockFile = held ?? OwnershipLock.TryTake(path) ?? throw new RunStoreBusyException(readers.Read(reader => reader.Head().Owner) ?? "unknown");
            try
            {
                var record = new JournalRecord(JournalKind.OwnerTook, null, null, new JsonObject { ["owner"] = owner });
                var canonical = JournalChain.Canonical(record);
                current = await writer.RunAsync(session => session.Take(owner, record, canonical), cancellationToken);
                held = lockFile;
                return current.Value;
            }
            catch when (held is null)
            {
                lockFile.Dispose();
                throw;
            }
        }
        finally
        {
            ownership.Release();
        }
    }

    /// <inheritdoc />
    public async Task ReleaseOwnershipAsync(OwnerEpoch epoch, CancellationToken cancellationToken)
    {
        await ownership.WaitAsync(cancellationToken);
        try
        {
            if (current == epoch && held is not null)
            {
                await writer.RunAsync(session => session.Release(epoch), cancellationToken);
                current = null;
                held.Dispose();
                held = null;
            }
        }
        finally
        {
            ownership.Release();
        }
    }

    /// <inheritdoc />
    public async Task<JournalEntry> AppendAsync(OwnerEpoch epoch, JournalRecord record, IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (current != epoch)
        {
            throw new EpochLostException(epoch, new(readers.Read(reader => reader.Head().Epoch)));
        }

        // The text is fixed now: what the caller does to its payload later changes nothing.
        var canonical = JournalChain.Canonical(record);
        return await writer.RunAsync(session => session.Append(epoch, record, canonical, changes), cancellationToken);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<JournalEntry> ReadJournalAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var from = Math.Max(after, 0);
        var hash = from == 0 ? JournalChain.Origin : await ReadAsync(reader => reader.JournalHash(from), cancellationToken) is { } bytes ? Convert.ToHexStringLower(bytes) : null;
        if (hash is null)
        {
            yield break;
        }

        var journal = new JournalReader(path, from, hash);
        List<object[]> page;
        do
        {
            page = await ReadAsync(reader => reader.Journal(journal.Sequence), cancellationToken);
            foreach (var row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return journal.Read(row);
            }
        }
        while (page.Count == RunReader.PageSize);
    }

    /// <inheritdoc />
    /// <remarks>Also checks every row of the state and the structure of the file.</remarks>
    public Task<long> VerifyJournalAsync(CancellationToken cancellationToken)
    {
        // The mark before the snapshot: whatever is committed in between can only be in the snapshot too.
        var mark = HeadMark.Read(path);
        return ReadAsync(reader => new RunVerifier(path).CheckAll(mark, reader, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public Task<StepRow?> FindStepAsync(string runId, string stepId, CancellationToken cancellationToken) =>
        FindAsync(StateTable.Steps, [runId, KeyBytes.Encode(stepId)], RunRows.ToStep, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<StepRow> ReadStepsAsync(string runId, StepState? state, CancellationToken cancellationToken) => state is { } wanted
        ? PagesAsync(StateTable.Steps, "WHERE run_id=?2 AND state=?3", "step_id", 1, [runId, EnumText<StepState>.Of(wanted)], RunRows.ToStep, cancellationToken)
        : PagesAsync(StateTable.Steps, "WHERE run_id=?2", "step_id", 1, [runId], RunRows.ToStep, cancellationToken);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<StepState, long>> CountStepsAsync(string runId, CancellationToken cancellationToken) =>
        await ReadAsync(reader => reader.CountSteps(runId), cancellationToken);

    /// <inheritdoc />
    public Task<IdMapRow?> FindTargetAsync(EntityKind entity, string source, CancellationToken cancellationToken) =>
        FindAsync(StateTable.IdMap, [EntityNames.Of(entity), KeyBytes.Encode(source)], RunRows.ToIdMap, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IdMapRow> ReadIdMapAsync(EntityKind entity, CancellationToken cancellationToken) =>
        PagesAsync(StateTable.IdMap, "WHERE entity=?2", "source", 1, [EntityNames.Of(entity)], RunRows.ToIdMap, cancellationToken);

    /// <inheritdoc />
    public Task<RunRow?> FindRunAsync(string runId, CancellationToken cancellationToken) =>
        FindAsync(StateTable.Runs, [runId], RunRows.ToRun, cancellationToken);

    /// <inheritdoc />
    /// <remarks>A migration has tens of runs: they are read at once.</remarks>
    public async IAsyncEnumerable<RunRow> ReadRunsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await ReadAsync(reader => reader.Rows(StateTable.Runs, "ORDER BY started_ticks DESC, run_id DESC"), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return RunRows.ToRun(row);
        }
    }

    /// <inheritdoc />
    public Task<string?> FindCheckpointAsync(string key, CancellationToken cancellationToken) =>
        FindAsync(StateTable.Checkpoints, [key], row => (string)row[1], cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindDocumentAsync(string kind, string key, CancellationToken cancellationToken) =>
        FindAsync(StateTable.Documents, [kind, KeyBytes.Encode(key)], row => (string)row[2], cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<StoredDocument> ReadDocumentsAsync(string kind, CancellationToken cancellationToken) => PagesAsync(
        StateTable.Documents, "WHERE kind=?2", "key", 1, [kind], row => new StoredDocument(KeyBytes.Decode((byte[])row[1]), (string)row[2]), cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        readers.Dispose();
        held?.Dispose();
        held = null;
        ownership.Dispose();
    }

    private Task<T?> FindAsync<T>(StateTable table, object[] key, Func<object[], T> make, CancellationToken cancellationToken)
        where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(readers.Read(reader => reader.Find(table, key)) is { } row ? make(row) : null);
    }

    private Task<T> ReadAsync<T>(Func<RunReader, T> act, CancellationToken cancellationToken) =>
        Task.Run(() => readers.Read(act), cancellationToken);

    private async IAsyncEnumerable<T> PagesAsync<T>(
        StateTable table, string where, string order, int keyColumn, object[] values, Func<object[], T> make, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        object after = Array.Empty<byte>();
        var condition = $"{where} AND {order} > ?1 ORDER BY {order} LIMIT {RunReader.PageSize}";
        List<object[]> page;
        do
        {
            var from = after;
            page = await ReadAsync(reader => reader.Rows(table, condition, [from, .. values]), cancellationToken);
            foreach (var row in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return make(row);
            }

            after = page.Count == 0 ? after : page[^1][keyColumn];
        }
        while (page.Count == RunReader.PageSize);
    }
}
