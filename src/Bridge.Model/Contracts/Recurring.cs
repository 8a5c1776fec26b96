namespace Bridge.Model.Contracts;

/// <summary>A commission on each payment of a subscription.</summary>
public sealed record Recurring : CommissionTerm
{
    /// <summary>What each payment earns.</summary>
    public required CommissionAmount Amount { get; init; }

    /// <summary>First payment that is paid for, from 1.</summary>
    public int FromPeriod { get; init; } = 1;

    /// <summary>Number of payments that are paid for: 1 is the first period only, null is for the customer's lifetime.</summary>
    public int? Periods { get; init; }

    /// <summary>Length of one period; none when each payment counts as one.</summary>
    public TermPeriod Period { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(
        Func<PercentOfSale, TResult> percentOfSale,
        Func<FlatPerAction, TResult> flatPerAction,
        Func<Tiered, TResult> tiered,
        Func<Recurring, TResult> recurring,
        Func<Bonus, TResult> bonus,
        Func<Cap, TResult> cap,
        Func<TimeBoxed, TResult> timeBoxed,
        Func<SlottingFee, TResult> slottingFee) => recurring(this);
}
