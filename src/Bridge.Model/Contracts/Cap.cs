namespace Bridge.Model.Contracts;

/// <summary>A limit on what the other terms pay.</summary>
public sealed record Cap : CommissionTerm
{
    /// <summary>What is limited.</summary>
    public required CapTarget Target { get; init; }

    /// <summary>Over what it is limited.</summary>
    public TermPeriod Period { get; init; }

    /// <summary>Highest payout; null when actions are counted.</summary>
    public Money.Money? Payout { get; init; }

    /// <summary>Highest number of actions; null when payout is limited.</summary>
    public long? Actions { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(
        Func<PercentOfSale, TResult> percentOfSale,
        Func<FlatPerAction, TResult> flatPerAction,
        Func<Tiered, TResult> tiered,
        Func<Recurring, TResult> recurring,
        Func<Bonus, TResult> bonus,
        Func<Cap, TResult> cap,
        Func<TimeBoxed, TResult> timeBoxed,
        Func<SlottingFee, TResult> slottingFee) => cap(this);
}
