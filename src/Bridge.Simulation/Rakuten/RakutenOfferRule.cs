namespace Bridge.Simulation.Rakuten;

/// <summary>One rule of an offer.</summary>
public sealed record RakutenOfferRule
{
    /// <summary>Offer rule id: the number in <c>offerid</c> of creative links.</summary>
    public required int Oid { get; init; }

    public required bool IsBaseCommission { get; init; }

    public bool IsFirstClick { get; init; }

    /// <summary>Null for a rule that applies to every order.</summary>
    public RakutenRuleCondition? Condition { get; init; }

    public required RakutenCommissionType CommissionType { get; init; }

    public RakutenThresholdBasis Basis { get; init; }

    /// <summary>Bands in rising order, at least one.</summary>
    public required IReadOnlyList<RakutenTier> Tiers { get; init; }
}
