namespace Bridge.Model.Contracts;

/// <summary>A fixed fee for a placement.</summary>
public sealed record SlottingFee : CommissionTerm
{
    /// <summary>When it is due.</summary>
    public required SlottingFeeTrigger Trigger { get; init; }

    /// <summary>The fee.</summary>
    public required Money.Money Amount { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(
        Func<PercentOfSale, TResult> percentOfSale,
        Func<FlatPerAction, TResult> flatPerAction,
        Func<Tiered, TResult> tiered,
        Func<Recurring, TResult> recurring,
        Func<Bonus, TResult> bonus,
        Func<Cap, TResult> cap,
        Func<TimeBoxed, TResult> timeBoxed,
        Func<SlottingFee, TResult> slottingFee) => slottingFee(this);
}
