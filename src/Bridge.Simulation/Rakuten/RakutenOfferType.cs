namespace Bridge.Simulation.Rakuten;

/// <summary>Offer types in rising precedence: where a publisher holds several, the last one leads.</summary>
public enum RakutenOfferType
{
    /// <summary>Every approved publisher has it.</summary>
    Baseline,

    /// <summary>Open to everybody.</summary>
    Public,

    /// <summary>Open to everybody, for a limited time.</summary>
    PublicSpecial,

    /// <summary>Addressed to chosen publishers.</summary>
    Private,

    /// <summary>Addressed to chosen publishers, for a limited time.</summary>
    PrivateSpecial,
}
