using Bridge.Model.Collections;

namespace Bridge.Model.Contracts;

/// <summary>An amount that depends on how much was sold.</summary>
public sealed record Tiered : CommissionTerm
{
    /// <summary>What the thresholds count.</summary>
    public required TierBasis Basis { get; init; }

    /// <summary>Over what they count; none for order values.</summary>
    public TermPeriod Period { get; init; }

    /// <summary>Whether a reached tier pays backwards.</summary>
    public TierMode Mode { get; init; }

    /// <summary>Tiers, ascending, without gaps or overlaps.</summary>
    public required ValueList<Tier> Tiers { get; init; }

    /// <summary>What an amount is rounded on.</summary>
    public PayoutLevel Level { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(
        Func<PercentOfSale, TResult> percentOfSale,
        Func<FlatPerAction, TResult> flatPerAction,
        Func<Tiered, TResult> tiered,
        Func<Recurring, TResult> recurring,
        Func<Bonus, TResult> bonus,
        Func<Cap, TResult> cap,
        Func<TimeBoxed, TResult> timeBoxed,
        Func<SlottingFee, TResult> slottingFee) => tiered(this);
}
