namespace Bridge.Rails.Abstractions.Pacing;

/// <summary>
/// The part of the configured share in force: halved after a refusal, regained by five hundredths a minute (additive
/// increase, multiplicative decrease). Calls refused together count as one refusal.
/// </summary>
internal sealed class ShareControl
{
    private const decimal Least = 1m / 64;
    private const decimal RegainPerMinute = 0.05m;
    private decimal factor = 1m;
    private TimeSpan factorAt;
    private TimeSpan? lastRefusal;

    /// <summary>Refusals without a success between them.</summary>
    internal int RefusalsInARow { get; private set; }

    internal decimal Factor(TimeSpan now) =>
        factor >= 1m ? 1m : Math.Min(1m, factor + (RegainPerMinute * (decimal)(now - factorAt).TotalMinutes));

    /// <summary>Halves the share, unless the refused call left before the last refusal came. True when it halved.</summary>
    internal bool Refused(TimeSpan sentAt, TimeSpan now)
    {
        if (sentAt <= lastRefusal)
        {
            return false;
        }

        factor = Math.Max(Least, Factor(now) / 2);
        factorAt = now;
        lastRefusal = now;
        RefusalsInARow++;
        return true;
    }

    internal void Succeeded(TimeSpan sentAt)
    {
        if (lastRefusal is null || sentAt > lastRefusal)
        {
            RefusalsInARow = 0;
        }
    }

    internal void Restore(decimal value, TimeSpan now)
    {
        factor = Math.Clamp(value, Least, 1m);
        factorAt = now;
    }
}
