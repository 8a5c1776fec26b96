namespace Bridge.Simulation.Rakuten;

/// <summary>The three lists of the dashboard's Publisher Overview (rakuten.md 5.1).</summary>
public enum RakutenPublisherState
{
    /// <summary>Takes part in the program.</summary>
    Approved,

    /// <summary>Waits for a decision of the advertiser.</summary>
    Applied,

    /// <summary>Took part once.</summary>
    Removed,
}
