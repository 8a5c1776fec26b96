namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Writes the account's state ahead of its use: a permit leaves only when a saved state counts it. A few permits are
/// reserved with each save, so that not every call costs one; what a crash leaves reserved counts as sent.
/// </summary>
internal sealed class RateReservation(IRateLedger ledger, Pacer pacer) : IDisposable
{
    private readonly SemaphoreSlim saving = new(1, 1);
    private long covered;

    public void Dispose() => saving.Dispose();

    /// <summary>Returns when a saved state counts this permit; gives the permit back when that fails.</summary>
    internal async Task CoverAsync(RateGrant grant, CancellationToken cancellationToken)
    {
        if (grant.Number <= Volatile.Read(ref covered))
        {
            return;
        }

        try
        {
            await saving.WaitAsync(cancellationToken);
            try
            {
                if (grant.Number > covered)
                {
                    await SaveNowAsync(reserve: null, cancellationToken);
                }
            }
            finally
            {
                saving.Release();
            }
        }
        catch
        {
            grant.Dispose();
            throw;
        }
    }

    internal async Task SaveAsync(CancellationToken cancellationToken)
    {
        await saving.WaitAsync(cancellationToken);
        try
        {
            await SaveNowAsync(reserve: null, cancellationToken);
        }
        finally
        {
            saving.Release();
        }
    }

    /// <summary>The last save: nothing stays reserved, since no permit is handed out any more.</summary>
    internal async Task SaveFinallyAsync()
    {
        await saving.WaitAsync(CancellationToken.None);
        try
        {
            await SaveNowAsync(reserve: 0, CancellationToken.None);
        }
        finally
        {
            saving.Release();
        }
    }

    private async Task SaveNowAsync(int? reserve, CancellationToken cancellationToken)
    {
        var (state, upTo) = pacer.Capture(reserve);
        await ledger.SaveAsync(state, cancellationToken);
        Volatile.Write(ref covered, upTo);
    }
}
