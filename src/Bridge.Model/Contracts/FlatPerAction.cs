namespace Bridge.Model.Contracts;

/// <summary>A fixed amount for each action.</summary>
public sealed record FlatPerAction : CommissionTerm
{
    /// <summary>The amount.</summary>
    public required Money.Money Amount { get; init; }

    /// <summary>Whether it is paid per order or per item.</summary>
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
        Func<SlottingFee, TResult> slottingFee) => flatPerAction(this);
}
