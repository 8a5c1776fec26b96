namespace Bridge.Simulation.Impact;

/// <summary>How requests are counted.</summary>
public enum RateWindowKind
{
    /// <summary>The last hour, whenever one looks.</summary>
    Sliding,

    /// <summary>An hour from the first request on, then from zero.</summary>
    Fixed,
}
