namespace Bridge.Simulation.Impact;

/// <summary>What X-RateLimit-Reset carries; the vendor's text and its sample disagree.</summary>
public enum RateResetStyle
{
    /// <summary>Seconds to wait.</summary>
    Seconds,

    /// <summary>Unix time at which the budget is back.</summary>
    EpochSecond,
}
