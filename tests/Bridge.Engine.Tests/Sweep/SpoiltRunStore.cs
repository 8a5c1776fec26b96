using Bridge.Engine.Execution;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Sweep;

/// <summary>A run store between which and its user a test can put a fault.</summary>
internal sealed class SpoiltRunStore(IRunStore inner) : IRunStore
{
    /// <summary>What is committed instead of the changes of a record: each list with a record of its own.</summary>
    public Func<JournalRecord, IReadOnlyList<StoreChange>, IReadOnlyList<StoreChange>[]> Append { get; init; } = (_, changes) => [changes];

    /// <summary>The journal as it is read.</summary>
    public Func<IAsyncEnumerable<JournalEntry>, IAsyncEnumerable<JournalEntry>> Journal { get; init; } = entries => entries;

    public Task<OwnerEpoch> TakeOwnershipAsync(string owner, CancellationToken cancellationToken) => inner.TakeOwnershipAsync(owner, cancellationToken);

    public Task ReleaseOwnershipAsync(OwnerEpoch epoch, CancellationToken cancellationToken) => inner.ReleaseOwnershipAsync(epoch, cancellationToken);

    public async Task<JournalEntry> AppendAsync(OwnerEpoch epoch, JournalRecord record, IReadOnlyList<StoreChange> changes, CancellationToken cancellationToken)
    {
        JournalEntry? entry = null;
        foreach (var each in Append(record, changes))
        {
            entry = await inner.AppendAsync(epoch, record, each, cancellationToken);
        }

        return entry!;
    }

    public IAsyncEnumerable<JournalEntry> ReadJournalAsync(long after, CancellationToken cancellationToken) => Journal(inner.ReadJournalAsync(after, cancellationToken));

    public Task<long> VerifyJournalAsync(CancellationToken cancellationToken) => inner.VerifyJournalAsync(cancellationToken);

    public Task<StepRow?> FindStepAsync(string runId, string stepId, CancellationToken cancellationToken) => inner.FindStepAsync(runId, stepId, cancellationToken);

    public IAsyncEnumerable<StepRow> ReadStepsAsync(string runId, StepState? state, CancellationToken cancellationToken) => inner.ReadStepsAsync(runId, state, cancellationToken);

    public Task<IReadOnlyDictionary<StepState, long>> CountStepsAsync(string runId, CancellationToken cancellationToken) => inner.CountStepsAsync(runId, cancellationToken);

    public Task<IdMapRow?> FindTargetAsync(EntityKind entity, string source, CancellationToken cancellationToken) => inner.FindTargetAsync(entity, source, cancellationToken);

    public IAsyncEnumerable<IdMapRow> ReadIdMapAsync(EntityKind entity, CancellationToken cancellationToken) => inner.ReadIdMapAsync(entity, cancellationToken);

    public Task<RunRow?> FindRunAsync(string runId, CancellationToken cancellationToken) => inner.FindRunAsync(runId, cancellationToken);

    public IAsyncEnumerable<RunRow> ReadRunsAsync(CancellationToken cancellationToken) => inner.ReadRunsAsync(cancellationToken);

    public Task<string?> FindCheckpointAsync(string key, CancellationToken cancellationToken) => inner.FindCheckpointAsync(key, cancellationToken);

    public Task<string?> FindDocumentAsync(string kind, string key, CancellationToken cancellationToken) => inner.FindDocumentAsync(kind, key, cancellationToken);

    public IAsyncEnumerable<StoredDocument> ReadDocumentsAsync(string kind, CancellationToken cancellationToken) => inner.ReadDocumentsAsync(kind, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
