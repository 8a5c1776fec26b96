using System.Collections.Concurrent;

namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// The rate accounts of a process, one pacer each: what a rail limits is a credential, a user or an address, never a
/// migration, so all connections on one account draw from one budget.
/// </summary>
/// <param name="time">Clock and timers.</param>
/// <param name="ledger">Where states rest; null forgets them at the end of the process.</param>
public sealed class RateAccounts(TimeProvider time, IRateLedger? ledger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Pacer>> pacers = new(StringComparer.Ordinal);

    /// <summary>Accounts in use.</summary>
    public IReadOnlyList<IRateBudgetView> Views => [.. pacers.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value.Value)];

    /// <summary>The pacer of an account; the options of whoever asked first count.</summary>
    public Pacer Get(PacerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return pacers.GetOrAdd(options.Account, _ => new(() => new Pacer(options, time, ledger))).Value;
    }

    /// <summary>Saves and closes all accounts.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var pacer in pacers.Values)
        {
            await pacer.Value.DisposeAsync();
        }
    }
}
