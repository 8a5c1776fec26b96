using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>The permits of one connection's writes, from the pacer of its account.</summary>
/// <param name="pacer">Pacer of the account.</param>
/// <param name="group">Rate group of the writes.</param>
/// <param name="caller">Whose turn it takes among all callers of the account: the connection or the migration.</param>
/// <param name="priority">Lane.</param>
public sealed class PacedWriteBudget(Pacer pacer, string group, string caller, CallPriority priority = CallPriority.Write) : IWriteBudget
{
    /// <inheritdoc/>
    public ValueTask<RateGrant> AcquireAsync(CancellationToken cancellationToken) =>
        new(pacer.AcquireAsync(new RateDemand(group, priority, caller), cancellationToken));
}
