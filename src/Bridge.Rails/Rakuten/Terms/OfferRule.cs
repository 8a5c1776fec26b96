namespace Bridge.Rails.Rakuten.Terms;

/// <summary>One rule of an offer.</summary>
internal sealed record OfferRule
{
    /// <summary>Offer rule id.</summary>
    public required string Oid { get; init; }

    public bool IsBase { get; init; }

    public bool IsFirstClick { get; init; }

    /// <summary><c>percentage</c>, <c>flat</c>, or a word that is not known.</summary>
    public required string CommissionType { get; init; }

    /// <summary>All must hold.</summary>
    public required IReadOnlyList<OfferCondition> Conditions { get; init; }

    /// <summary>Tiers in rising order.</summary>
    public required IReadOnlyList<OfferTier> Tiers { get; init; }

    /// <summary>What thresholds count, as written; null when the source does not say.</summary>
    public string? ThresholdBasis { get; init; }

    /// <summary>Over what they count, as written; null when the source does not say.</summary>
    public string? ThresholdPeriod { get; init; }
}
