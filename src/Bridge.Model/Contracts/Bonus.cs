namespace Bridge.Model.Contracts;

/// <summary>An extra amount once a threshold is reached.</summary>
public sealed record Bonus : CommissionTerm
{
    /// <summary>What the threshold counts.</summary>
    public required TierBasis Basis { get; init; }

    /// <summary>Over what it counts.</summary>
    public TermPeriod Period { get; init; }

    /// <summary>Threshold, inclusive, in units of the basis.</summary>
    public required decimal Threshold { get; init; }

    /// <summary>What is paid on top.</summary>
    public required CommissionAmount Amount { get; init; }

    /// <summary>True when the amount goes to every action after the threshold, false when it is paid once in the period.</summary>
    public bool OnEachFollowingAction { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(
        Func<PercentOfSale, TResult> percentOfSale,
        Func<FlatPerAction, TResult> flatPerAction,
        Func<Tiered, TResult> tiered,
        Func<Recurring, TResult> recurring,
        Func<Bonus, TResult> bonus,
        Func<Cap, TResult> cap,
        Func<TimeBoxed, TResult> timeBoxed,
        Func<SlottingFee, TResult> slottingFee) => bonus(this);
}
