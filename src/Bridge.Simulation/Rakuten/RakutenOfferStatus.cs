namespace Bridge.Simulation.Rakuten;

/// <summary>State of an offer. The publisher API lists the first three, the offer sheet all.</summary>
public enum RakutenOfferStatus
{
    /// <summary>In force.</summary>
    Active,

    /// <summary>Can be joined.</summary>
    Available,

    /// <summary>Starts later.</summary>
    Upcoming,

    /// <summary>Over.</summary>
    Ended,
}
