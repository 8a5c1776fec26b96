using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Writing;

/// <summary>Hands out rate grants for writes, which take theirs before the intent is journaled.</summary>
public interface IWriteBudget
{
    /// <summary>Waits for a grant of the account's budget.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    ValueTask<RateGrant> AcquireAsync(CancellationToken cancellationToken);
}
