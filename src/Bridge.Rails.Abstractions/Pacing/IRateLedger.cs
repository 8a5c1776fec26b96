namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Keeps the state of rate accounts over restarts, one value per account. The account is shared by migrations, so the ledger
/// belongs to the installation. Implementations store <see cref="PacerState.ToJson"/> or its parts.
/// </summary>
public interface IRateLedger
{
    /// <summary>The last saved state of an account, or null when there is none.</summary>
    ValueTask<PacerState?> LoadAsync(string account, CancellationToken cancellationToken);

    /// <summary>Replaces the state of <see cref="PacerState.Account"/>; durable when it returns.</summary>
    ValueTask SaveAsync(PacerState state, CancellationToken cancellationToken);
}
