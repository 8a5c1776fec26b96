using Bridge.Model.Money;

namespace Bridge.Model.Contracts;

/// <summary>A share of the sale.</summary>
public sealed record PercentOfSale : CommissionTerm
{
    /// <summary>The share.</summary>
    public required Rate Rate { get; init; }

    /// <summary>What the share is taken of and rounded on.</summary>
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
        Func<SlottingFee, TResult> slottingFee) => percentOfSale(this);
}
