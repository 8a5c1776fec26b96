using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions;

namespace Bridge.Engine.Execution;

/// <summary>What the parts of one run share.</summary>
internal sealed class RunContext
{
    private TargetListing? listing;

    public required string RunId { get; init; }

    public required IPlanSource Plan { get; init; }

    public required IRail Target { get; init; }

    public required RunJournal Journal { get; init; }

    public required JournalWriteGate Gate { get; init; }

    public required IOutbox Outbox { get; init; }

    public required TimeProvider Time { get; init; }

    public required ExecutionOptions Options { get; init; }

    public required FailureBudget Failures { get; init; }

    /// <summary>Mutating calls sent by this process.</summary>
    public long Calls;

    /// <summary>A listing of the target that is young enough.</summary>
    public async Task<TargetListing> ListingAsync(CancellationToken cancellationToken)
    {
        if (listing is null || Time.GetUtcNow() - listing.ReadAt > Options.ListingAge)
        {
            listing = await TargetListing.ReadAsync(Target, Time, cancellationToken);
        }

        return listing;
    }

    /// <summary>A listing that was begun after an instant: after a doubt only such a one counts.</summary>
    public async Task<TargetListing> ListingSinceAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        if (listing is null || listing.ReadAt <= instant)
        {
            listing = await TargetListing.ReadAsync(Target, Time, cancellationToken);
        }

        return listing;
    }
}
