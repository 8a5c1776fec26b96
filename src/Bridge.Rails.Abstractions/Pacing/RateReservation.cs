namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// Writes the account's state ahead of its use: a permit leaves only when a saved state counts it. A few permits are
/// reserved with each save, so that not every call costs one; what a crash leaves reserved counts as sent.
/// </summary>
internal sealed class RateReservation(IRateLedger ledger, Pacer pacer) : IDisposable
{
    private readonly SemaphoreSlim saving = new(1, 1);
    private long covered;
    private volatile bool loaded;

    public void Dispose() => saving.Dispose();

    /// <summary>Continues from the ledger, once.</summary>
    internal async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (loaded)
        {
            return;
        }

        await saving.WaitAsync(cancellationToken);
        try
        {
            if (!loaded && await ledger.LoadAsync(pacer.Account, cancellationToken) is { } state)
            {
                pacer.Restore(state);
            }

            loaded = true;
        }
        finally
        {
            saving.Release();
        }
    }

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

    /// <summary>The last save: nothing stays reserved, since no permit is handed out any more. An account never used is not saved.</summary>
    internal async Task SaveFinallyAsync()
    {
        if (!loaded)
        {
            return;
        }

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
