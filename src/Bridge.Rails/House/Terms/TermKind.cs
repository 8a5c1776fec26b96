namespace Bridge.Rails.House.Terms;

/// <summary>Kinds of term in the words of a contract list.</summary>
internal enum TermKind
{
    /// <summary>Not said, or not one of these.</summary>
    None,

    /// <summary>A share of the sale.</summary>
    Percent,

    /// <summary>A fixed amount.</summary>
    Flat,

    /// <summary>A tier of a tiered term.</summary>
    Tiered,

    /// <summary>A commission on each payment of a subscription.</summary>
    Recurring,

    /// <summary>An extra amount behind a threshold.</summary>
    Bonus,

    /// <summary>A limit.</summary>
    Cap,

    /// <summary>A fee for a placement.</summary>
    SlottingFee,
}
