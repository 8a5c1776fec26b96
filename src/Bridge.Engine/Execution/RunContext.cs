using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Execution;

/// <summary>What the parts of one run share.</summary>
internal sealed class RunContext
{
    private readonly Lock gate = new();
    private TargetListing? latest;
    private Task<TargetListing>? reading;

    public required string RunId { get; init; }

    public required IPlanSource Plan { get; init; }

    public required IRail Target { get; init; }

    public required RunJournal Journal { get; init; }

    public required JournalWriteGate Gate { get; init; }

    public required IOutbox Outbox { get; init; }

    public required TimeProvider Time { get; init; }

    public required ExecutionOptions Options { get; init; }

    public required FailureBudget Failures { get; init; }

    /// <summary>Steps that the run is limited to; null for all.</summary>
    public IReadOnlySet<string>? Scope { get; init; }

    /// <summary>Mutating calls sent by this process.</summary>
    public long Calls;

    /// <summary>A listing of the target that is young enough.</summary>
    public Task<TargetListing> ListingAsync(CancellationToken cancellationToken) => ListingSinceAsync(DateTimeOffset.MinValue, cancellationToken);

    /// <summary>A listing that is young enough and was begun after an instant: after a doubt only such a one counts.</summary>
    public async Task<TargetListing> ListingSinceAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task<TargetListing> read;
            var begun = false;
            lock (gate)
            {
                if (latest is { } known && known.ReadAt > instant && Time.GetUtcNow() - known.ReadAt <= Options.ListingAge)
                {
                    return known;
                }

                // Calls go side by side: who comes while a listing is being read waits for that one.
                if (reading is null || reading.IsCompleted)
                {
                    reading = TargetListing.ReadAsync(Target, Time, cancellationToken);
                    begun = true;
                }

                read = reading;
            }

            var found = await read;
            lock (gate)
            {
                latest = latest is { } other && other.ReadAt > found.ReadAt ? other : found;
            }

            if (begun || found.ReadAt > instant)
            {
                return found;
            }
        }
    }
}
