using Bridge.Model.Collections;

namespace Bridge.Model.Contracts;

/// <summary>Terms that stand in for the others during a time (special offer, seasonal override).</summary>
public sealed record TimeBoxed : CommissionTerm
{
    /// <summary>Start, inclusive.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>End, exclusive; null when it is open.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Name of the override as people see it; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The terms in force during that time; not time-boxed themselves.</summary>
    public required ValueList<CommissionTerm> Terms { get; init; }

    /// <inheritdoc />
    public override TResult Match<TResult>(
        Func<PercentOfSale, TResult> percentOfSale,
        Func<FlatPerAction, TResult> flatPerAction,
        Func<Tiered, TResult> tiered,
        Func<Recurring, TResult> recurring,
        Func<Bonus, TResult> bonus,
        Func<Cap, TResult> cap,
        Func<TimeBoxed, TResult> timeBoxed,
        Func<SlottingFee, TResult> slottingFee) => timeBoxed(this);
}
