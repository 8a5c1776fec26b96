using Bridge.Model.Identity;

namespace Bridge.Engine.Execution;

/// <summary>
/// What must be transactional: journal, step states, id map, runs, checkpoints, approvals and decisions. A record and its
/// changes commit together, durably, or not at all. One writer at a time.
/// </summary>
public interface IRunStore : IAsyncDisposable
{
    /// <summary>
    /// Takes ownership: no earlier owner can append from now on. Writes a record <see cref="JournalKind.OwnerTook"/> of its own.
    /// </summary>
    /// <param name="owner">Who, for people: host and process.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="RunStoreBusyException">A living process holds it.</exception>
    Task<OwnerEpoch> TakeOwnershipAsync(string owner, CancellationToken cancellationToken);

    /// <summary>Gives ownership up, so that another process can take it without waiting.</summary>
    Task ReleaseOwnershipAsync(OwnerEpoch epoch, CancellationToken cancellationToken);

    /// <summary>
    /// Appends a record with its changes. When it returns, both are on the disk. A step belongs to a run that is in the store or
    /// in the same changes.
    /// </summary>
    /// <exception cref="EpochLostException">Somebody else owns the migration, or ownership was given up.</exception>
    /// <exception cref="StoreFileException">The disk is full or fails; nothing of this record was kept.</exception>
    Task<JournalEntry> AppendAsync(OwnerEpoch epoch, JournalRecord record, IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken);

    /// <summary>Records behind a number, in order.</summary>
    IAsyncEnumerable<JournalEntry> ReadJournalAsync(long after, CancellationToken cancellationToken);

    /// <summary>Reads the whole chain and checks every hash.</summary>
    /// <returns>Number of records.</returns>
    /// <exception cref="RunStoreCorruptException">A record was changed, removed, added or moved.</exception>
    Task<long> VerifyJournalAsync(CancellationToken cancellationToken);

    /// <summary>State of a step, or null when the run has not touched it.</summary>
    Task<StepRow?> FindStepAsync(string runId, string stepId, CancellationToken cancellationToken);

    /// <summary>
    /// Steps of a run in <see cref="Snapshots.KeyOrder"/> of their ids, all or of one state. Not frozen: a step that changes while it is read may be
    /// seen in either state, but never twice.
    /// </summary>
    IAsyncEnumerable<StepRow> ReadStepsAsync(string runId, StepState? state, CancellationToken cancellationToken);

    /// <summary>Number of steps of a run by state.</summary>
    Task<IReadOnlyDictionary<StepState, long>> CountStepsAsync(string runId, CancellationToken cancellationToken);

    /// <summary>The object on the target of a source record, or null.</summary>
    Task<IdMapRow?> FindTargetAsync(EntityKind entity, string source, CancellationToken cancellationToken);

    /// <summary>The id map of one entity, in <see cref="Snapshots.KeyOrder"/> of the source key.</summary>
    IAsyncEnumerable<IdMapRow> ReadIdMapAsync(EntityKind entity, CancellationToken cancellationToken);

    /// <summary>A run, or null.</summary>
    Task<RunRow?> FindRunAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Runs, newest first.</summary>
    IAsyncEnumerable<RunRow> ReadRunsAsync(CancellationToken cancellationToken);

    /// <summary>A checkpoint, or null.</summary>
    Task<string?> FindCheckpointAsync(string key, CancellationToken cancellationToken);

    /// <summary>A document as JSON, or null.</summary>
    Task<string?> FindDocumentAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>Documents of a kind, in <see cref="Snapshots.KeyOrder"/> of their keys.</summary>
    IAsyncEnumerable<StoredDocument> ReadDocumentsAsync(string kind, CancellationToken cancellationToken);
}
