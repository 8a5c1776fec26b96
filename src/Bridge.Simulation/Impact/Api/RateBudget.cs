using System.Globalization;

namespace Bridge.Simulation.Impact.Api;

/// <summary>The request budget of one account. A refused request costs nothing.</summary>
internal sealed class RateBudget(ImpactSettings settings)
{
    private readonly Queue<DateTimeOffset> spent = new();

    /// <summary>Takes one request out of the budget, if there is one.</summary>
    public bool TryTake(DateTimeOffset now)
    {
        Forget(now);
        if (spent.Count >= settings.RateLimit)
            return false;

        spent.Enqueue(now);
        return true;
    }

    /// <summary>Spends what other integrations of the account spend.</summary>
    public void Burn(int requests, DateTimeOffset now)
    {
        for (var i = 0; i < requests && TryTake(now); i++)
        {
        }
    }

    /// <summary>The X-RateLimit headers as they stand.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers(DateTimeOffset now)
    {
        Forget(now);
        var back = spent.TryPeek(out var oldest) ? oldest + settings.RateWindow : now;
        var reset = settings.RateReset == RateResetStyle.EpochSecond
            ? Ceiling((back - DateTimeOffset.UnixEpoch).TotalSeconds)
            : Ceiling((back - now).TotalSeconds);
        yield return new("X-RateLimit-Limit", settings.RateLimit.ToString(CultureInfo.InvariantCulture));
        yield return new("X-RateLimit-Remaining", (settings.RateLimit - spent.Count).ToString(CultureInfo.InvariantCulture));
        yield return new("X-RateLimit-Reset", reset);
    }

    private void Forget(DateTimeOffset now)
    {
        if (!spent.TryPeek(out var oldest) || now - oldest < settings.RateWindow)
            return;

        if (settings.RateWindowKind == RateWindowKind.Fixed)
        {
            spent.Clear();
            return;
        }

        while (spent.TryPeek(out oldest) && now - oldest >= settings.RateWindow)
            spent.Dequeue();
    }

    private static string Ceiling(double seconds) => Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
}
