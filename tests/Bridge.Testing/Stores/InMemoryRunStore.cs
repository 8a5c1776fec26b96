using System.Runtime.CompilerServices;
using Bridge.Engine.Execution;
using Bridge.Model.Identity;

namespace Bridge.Testing.Stores;

/// <summary>
/// Run state in memory, with storage faults and simulated processes: <see cref="Reopen"/> gives what the next process (or one
/// at the same time) sees, <see cref="Kill"/> ends this one as a power cut would.
/// </summary>
public sealed class InMemoryRunStore : IRunStore
{
    private readonly RunDisk disk;
    private readonly TimeProvider time;
    private OwnerEpoch? held;
    private bool dead;

    /// <summary>A store with nothing in it.</summary>
    public InMemoryRunStore(TimeProvider time)
        : this(time, new())
    {
    }

    private InMemoryRunStore(TimeProvider time, RunDisk disk)
    {
        this.time = time;
        this.disk = disk;
    }

    /// <summary>Faults of coming appends; taking ownership counts as one, for it writes a record.</summary>
    public StorageFaults Faults => disk.Faults;

    /// <summary>Another process on the same state.</summary>
    public InMemoryRunStore Reopen() => new(time, disk);

    /// <summary>Ends this process at once; committed state and the epoch stay, its lock does not.</summary>
    public void Kill()
    {
        lock (disk.Gate)
        {
            dead = true;
            Unlock();
        }
    }

    /// <summary>Changes a journal record behind the store's back, for tests of damage. Null removes it.</summary>
    public void Tamper(long sequence, Func<JournalEntry, JournalEntry>? change)
    {
        lock (disk.Gate)
        {
            var at = (int)sequence - 1;
            if (change is null)
            {
                disk.Journal.RemoveAt(at);
            }
            else
            {
                disk.Journal[at] = change(disk.Journal[at]);
            }
        }
    }

    /// <inheritdoc />
    public Task<OwnerEpoch> TakeOwnershipAsync(string owner, CancellationToken cancellationToken) => Write(() =>
    {
        if (disk.LivingOwner is not null && disk.LivingOwner != this)
        {
            throw new RunStoreBusyException(disk.OwnerName ?? "unknown");
        }

        var epoch = new OwnerEpoch(disk.Epoch.Value + 1);
        disk.Commit(epoch, time.GetUtcNow(), new(JournalKind.OwnerTook, null, null, new() { ["owner"] = owner }), []);
        (disk.Epoch, disk.OwnerName, disk.LivingOwner, held) = (epoch, owner, this, epoch);
        return epoch;
    }, cancellationToken);

    /// <inheritdoc />
    public Task ReleaseOwnershipAsync(OwnerEpoch epoch, CancellationToken cancellationToken) => Write(() =>
    {
        if (held == epoch && disk.Epoch == epoch)
        {
            Unlock();
        }

        return true;
    }, cancellationToken);

    /// <inheritdoc />
    public Task<JournalEntry> AppendAsync(OwnerEpoch epoch, JournalRecord record, IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken) =>
        Write(
            () => held == epoch && disk.Epoch == epoch
                ? disk.Commit(epoch, time.GetUtcNow(), record, changes)
                : throw new EpochLostException(epoch, disk.Epoch),
            cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(long after, CancellationToken cancellationToken) =>
        Stream(() => disk.Journal.Where(entry => entry.Sequence > after), cancellationToken);

    /// <inheritdoc />
    public Task<long> VerifyJournalAsync(CancellationToken cancellationToken) => Read(() =>
    {
        var (expected, previous) = (1L, JournalChain.Origin);
        foreach (var entry in disk.Journal)
        {
            if (entry.Sequence != expected || entry.PreviousHash != previous ||
                entry.Hash != JournalChain.Seal(entry.Sequence, entry.Epoch, entry.At, previous, entry.Record).Hash)
            {
                throw new RunStoreCorruptException("memory", expected, "The record was changed, removed or moved.");
            }

            (expected, previous) = (expected + 1, entry.Hash);
        }

        return expected - 1;
    }, cancellationToken);

    /// <inheritdoc />
    public Task<StepRow?> FindStepAsync(string runId, string stepId, CancellationToken cancellationToken) =>
        Read(() => disk.Steps.GetValueOrDefault((runId, stepId)), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<StepRow> ReadStepsAsync(string runId, StepState? state, CancellationToken cancellationToken) =>
        Stream(() => disk.Steps.Values.Where(row => row.RunId == runId && (state is null || row.State == state)), cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<StepState, long>> CountStepsAsync(string runId, CancellationToken cancellationToken) =>
        Read<IReadOnlyDictionary<StepState, long>>(
            () => disk.Steps.Values.Where(row => row.RunId == runId).GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.LongCount()),
            cancellationToken);

    /// <inheritdoc />
    public Task<IdMapRow?> FindTargetAsync(EntityKind entity, string source, CancellationToken cancellationToken) =>
        Read(() => disk.IdMap.GetValueOrDefault((EntityNames.Of(entity), source)), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<IdMapRow> ReadIdMapAsync(EntityKind entity, CancellationToken cancellationToken) =>
        Stream(() => disk.IdMap.Values.Where(row => row.Entity == entity), cancellationToken);

    /// <inheritdoc />
    public Task<RunRow?> FindRunAsync(string runId, CancellationToken cancellationToken) =>
        Read(() => disk.Runs.GetValueOrDefault(runId), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<RunRow> ReadRunsAsync(CancellationToken cancellationToken) => Stream(
        () => disk.Runs.Values.OrderByDescending(row => row.StartedAt.UtcTicks).ThenByDescending(row => row.RunId, StringComparer.Ordinal), cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindCheckpointAsync(string key, CancellationToken cancellationToken) =>
        Read(() => disk.Checkpoints.GetValueOrDefault(key), cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindDocumentAsync(string kind, string key, CancellationToken cancellationToken) =>
        Read(() => disk.Documents.GetValueOrDefault((kind, key)), cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<StoredDocument> ReadDocumentsAsync(string kind, CancellationToken cancellationToken) => Stream(
        () => disk.Documents.Where(row => row.Key.Kind == kind).Select(row => new StoredDocument(row.Key.Key, row.Value)), cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Kill();
        return ValueTask.CompletedTask;
    }

    private void Unlock()
    {
        held = null;
        if (disk.LivingOwner == this)
        {
            disk.LivingOwner = null;
        }
    }

    private Task<T> Write<T>(Func<T> act, CancellationToken cancellationToken) => Read(() =>
    {
        try
        {
            return act();
        }
        catch (SimulatedCrashException)
        {
            dead = true;
            Unlock();
            throw;
        }
    }, cancellationToken);

    // Errors travel in the task, as with a real store.
    private async Task<T> Read<T>(Func<T> act, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        lock (disk.Gate)
        {
            return dead ? throw new SimulatedCrashException() : act();
        }
    }

    private async IAsyncEnumerable<T> Stream<T>(Func<IEnumerable<T>> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await Read(() => rows().ToList(), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row;
        }
    }
}
