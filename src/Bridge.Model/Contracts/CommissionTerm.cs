using System.Text.Json.Serialization;

namespace Bridge.Model.Contracts;

/// <summary>
/// One clause of a contract. A closed family: use <see cref="Match{TResult}"/>, which has one argument per case, so that a
/// new case breaks its callers at compile time.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PercentOfSale), "percentOfSale")]
[JsonDerivedType(typeof(FlatPerAction), "flatPerAction")]
[JsonDerivedType(typeof(Tiered), "tiered")]
[JsonDerivedType(typeof(Recurring), "recurring")]
[JsonDerivedType(typeof(Bonus), "bonus")]
[JsonDerivedType(typeof(Cap), "cap")]
[JsonDerivedType(typeof(TimeBoxed), "timeBoxed")]
[JsonDerivedType(typeof(SlottingFee), "slottingFee")]
public abstract record CommissionTerm
{
    private protected CommissionTerm()
    {
    }

    /// <summary>What the term applies to.</summary>
    public TermScope Scope { get; init; } = TermScope.All;

    /// <summary>What is paid for.</summary>
    public ActionKind Action { get; init; }

    /// <summary>The rail's event type of the action (impact.com event type id); null when the rail has none.</summary>
    public string? EventType { get; init; }

    /// <summary>Takes the case apart.</summary>
    public abstract TResult Match<TResult>(
        Func<PercentOfSale, TResult> percentOfSale,
        Func<FlatPerAction, TResult> flatPerAction,
        Func<Tiered, TResult> tiered,
        Func<Recurring, TResult> recurring,
        Func<Bonus, TResult> bonus,
        Func<Cap, TResult> cap,
        Func<TimeBoxed, TResult> timeBoxed,
        Func<SlottingFee, TResult> slottingFee);
}
