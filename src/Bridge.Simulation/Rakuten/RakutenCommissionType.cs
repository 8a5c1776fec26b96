namespace Bridge.Simulation.Rakuten;

/// <summary>What the number of a tier means.</summary>
public enum RakutenCommissionType
{
    /// <summary>Percent of the sale.</summary>
    Percentage,

    /// <summary>Amount per order, in the offer's currency.</summary>
    Flat,
}
