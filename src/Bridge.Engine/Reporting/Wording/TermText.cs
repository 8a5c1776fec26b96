using Bridge.Model.Contracts;

namespace Bridge.Engine.Reporting.Wording;

/// <summary>Commission terms in words: <c>7.5 % of sale for new customers</c>. Everything that pays or limits is said; nothing is shortened.</summary>
public static class TermText
{
    /// <summary>One term.</summary>
    public static string Of(CommissionTerm term)
    {
        var what = term.Match(Percent, Flat, Tiers, Recurring, Bonus, Cap, TimeBoxed, SlottingFee);
        var scope = ScopeText.Of(term.Scope);
        return scope.Length == 0 ? what : $"{what} {scope}";
    }

    /// <summary>What kind of term it is, as the name of its row.</summary>
    public static string KindOf(CommissionTerm term) => term.Match(
        _ => "commission",
        _ => "commission",
        _ => "tiered commission",
        _ => "recurring commission",
        _ => "bonus",
        _ => "cap",
        _ => "time-boxed override",
        _ => "placement fee");

    /// <summary>The thing that is paid for, in the singular.</summary>
    internal static string NounOf(ActionKind action) => action switch
    {
        ActionKind.Sale => "sale",
        ActionKind.Lead => "lead",
        ActionKind.Click => "click",
        ActionKind.Call => "call",
        ActionKind.Install => "install",
        _ => "action",
    };

    private static string Percent(PercentOfSale term) => $"{term.Rate} {Base(term.Action, term.Level)}";

    private static string Flat(FlatPerAction term) =>
        $"{NumberText.Of(term.Amount)} per {(term.Level == PayoutLevel.Item ? "item" : NounOf(term.Action))}";

    private static string Base(ActionKind action, PayoutLevel level) =>
        level == PayoutLevel.Item ? "of each item"
        : action == ActionKind.Sale ? "of sale"
        : $"of the value of each {NounOf(action)}";

    private static string Amount(CommissionAmount amount) => amount.Flat is { } flat ? NumberText.Of(flat) : amount.ToString();

    private static string Tiers(Tiered term)
    {
        var unit = term.Tiers.Any(tier => tier.Amount.Rate is not null) ? Base(term.Action, term.Level) : $"per {NounOf(term.Action)}";
        var tiers = string.Join("; ", term.Tiers.Select(Tier));
        var mode = term.Mode switch
        {
            TierMode.Undeclared => "; the source does not say whether a reached tier pays backwards",
            TierMode.Retroactive => $"; a reached tier pays everything{During(term.Period)}",
            _ when term.Basis is TierBasis.OrderValue => "",
            _ => "; a tier pays what lies above its threshold",
        };
        return $"by {Measure(term.Basis, term.Action)}{Each(term.Period)} {unit}: {tiers}{mode}";
    }

    private static string Tier(Tier tier) => tier switch
    {
        { From: 0, UpTo: null } => Amount(tier.Amount),
        { From: 0, UpTo: { } end } => $"{Amount(tier.Amount)} below {NumberText.Of(end)}",
        { UpTo: null } => $"{Amount(tier.Amount)} from {NumberText.Of(tier.From)}",
        { UpTo: { } end } => $"{Amount(tier.Amount)} from {NumberText.Of(tier.From)} to below {NumberText.Of(end)}",
    };

    private static string Recurring(Recurring term)
    {
        var share = term.Amount.Rate is not null ? "of" : "for";
        var unit = term.Period is TermPeriod.None or TermPeriod.Lifetime ? "payment" : PeriodNoun(term.Period);
        var payments = term.Periods switch
        {
            null when term.FromPeriod == 1 => $"{share} each payment for the customer's lifetime",
            null => $"{share} each payment from {unit} {term.FromPeriod} on, for the customer's lifetime",
            1 when term.FromPeriod == 1 => $"{share} the first {(unit == "payment" ? unit : $"{unit}'s payment")} only",
            { } count when term.FromPeriod == 1 => $"{share} each payment of the first {count} {unit}s",
            { } count => $"{share} each payment from {unit} {term.FromPeriod} to {unit} {term.FromPeriod + count - 1}",
        };
        return $"{Amount(term.Amount)} {payments}";
    }

    private static string Bonus(Bonus term) =>
        $"bonus of {Amount(term.Amount)}{(term.OnEachFollowingAction ? $" on every later {NounOf(term.Action)}" : "")} once {Measure(term.Basis, term.Action)}{Each(term.Period)} reaches {NumberText.Of(term.Threshold)}";

    private static string Cap(Cap term)
    {
        var limit = term.Payout is { } payout ? NumberText.Of(payout) : $"{NumberText.Of(term.Actions ?? 0)} paid {NounOf(term.Action)}s";
        return term.Target switch
        {
            CapTarget.PayoutPerAction => $"at most {limit} per {NounOf(term.Action)}",
            CapTarget.PayoutPerPartner or CapTarget.ActionsPerPartner => $"at most {limit} for the partner{Each(term.Period)}",
            CapTarget.ActionsPerCustomer => $"at most {limit} for each customer{Each(term.Period)}",
            _ => $"at most {limit} for the whole program{Each(term.Period)}",
        };
    }

    private static string TimeBoxed(TimeBoxed term)
    {
        var end = term.Until is { } until ? $"to before {NumberText.Of(until)}" : "on";
        var name = term.Name is null ? "" : $" ({term.Name})";
        return $"from {NumberText.Of(term.From)} {end}{name}: {string.Join("; ", term.Terms.Select(Of))}";
    }

    private static string SlottingFee(SlottingFee term) => $"placement fee of {NumberText.Of(term.Amount)} {term.Trigger switch
    {
        SlottingFeeTrigger.ContractStart => "when the contract starts",
        SlottingFeeTrigger.FirstAction => "with the first action",
        _ => "each month",
    }}";

    private static string Measure(TierBasis basis, ActionKind action) => basis switch
    {
        TierBasis.OrderValue => "order value",
        TierBasis.PeriodRevenue => "revenue",
        TierBasis.PeriodCount => $"number of {NounOf(action)}s",
        _ => "a measure that the source does not declare",
    };

    private static string Each(TermPeriod period) => period switch
    {
        TermPeriod.None => "",
        TermPeriod.Lifetime => " since the contract started",
        _ => $" per {PeriodNoun(period)}",
    };

    private static string During(TermPeriod period) => period switch
    {
        TermPeriod.None => "",
        TermPeriod.Lifetime => " since the contract started",
        _ => $" of the {PeriodNoun(period)}",
    };

    private static string PeriodNoun(TermPeriod period) => period.ToString().ToLowerInvariant();
}
