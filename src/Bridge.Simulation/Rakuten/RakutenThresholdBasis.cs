namespace Bridge.Simulation.Rakuten;

/// <summary>What the thresholds of a tier count. Rakuten publishes no such field; the offer sheet asks for it.</summary>
public enum RakutenThresholdBasis
{
    /// <summary>Left blank in the sheet: a person has to decide.</summary>
    Unstated,

    /// <summary>Value of the single order.</summary>
    OrderValue,

    /// <summary>Revenue of the period.</summary>
    PeriodRevenue,

    /// <summary>Number of orders in the period.</summary>
    PeriodCount,
}
