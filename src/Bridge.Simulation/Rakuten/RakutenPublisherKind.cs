namespace Bridge.Simulation.Rakuten;

/// <summary>How a publisher earns its traffic.</summary>
public enum RakutenPublisherKind
{
    /// <summary>Editorial sites, reviews, blogs.</summary>
    Content,

    /// <summary>Coupon and deal sites.</summary>
    Coupon,

    /// <summary>Cashback portals.</summary>
    Cashback,

    /// <summary>Points and reward programs.</summary>
    Loyalty,

    /// <summary>Creators on social channels.</summary>
    Influencer,

    /// <summary>Price comparison and product search.</summary>
    PriceComparison,

    /// <summary>Newsletters and mailings.</summary>
    Email,

    /// <summary>Networks with publishers of their own.</summary>
    SubNetwork,
}
