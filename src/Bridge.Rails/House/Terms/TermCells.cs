using Bridge.Model.Contracts;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Terms;

/// <summary>Makes one term of the cells of a row; what is missing or wrong is a fatal problem of its cell.</summary>
internal sealed class TermCells(CellReader cells, Currency currency)
{
    /// <summary>The term, or null with a problem.</summary>
    public CommissionTerm? Read(TermKind kind)
    {
        var scope = ScopeText.Read(cells);
        CommissionTerm? term = kind switch
        {
            TermKind.Percent => Percent(),
            TermKind.Flat => Flat(),
            TermKind.Tiered => Tier(),
            TermKind.Recurring => Recurring(),
            TermKind.Bonus => Bonus(),
            TermKind.Cap => Cap(),
            _ => SlottingFee(),
        };
        return term is null ? null : term with { Scope = scope, Action = HouseWords.Word(cells, "Action", ActionKind.Sale), EventType = cells.Text("Event Type") };
    }

    private PercentOfSale Percent() => new() { Rate = Rate.FromPercent(cells.RequiredNumber("Rate")), Level = Level() };

    private FlatPerAction Flat() => new() { Amount = new Money(cells.RequiredNumber("Amount"), currency), Level = Level() };

    private Tiered? Tier() => Amount() is { } amount
        ? new Tiered
        {
            Basis = HouseWords.Word(cells, "Basis", TierBasis.Undeclared),
            Period = Period(),
            Mode = HouseWords.Word(cells, "Mode", TierMode.Undeclared),
            Level = Level(),
            Tiers = [new Tier(cells.Number("From", fatal: true) ?? 0, cells.Number("Up To", fatal: true), amount)],
        }
        : null;

    private Recurring? Recurring() => Amount() is { } amount
        ? new Recurring { Amount = amount, FromPeriod = Math.Max(1, cells.Count("First Payment", fatal: true) ?? 1), Periods = cells.Count("Payments", fatal: true), Period = Period() }
        : null;

    private Bonus? Bonus() => Amount() is { } amount
        ? new Bonus
        {
            Basis = HouseWords.Word(cells, "Basis", TierBasis.Undeclared),
            Period = Period(),
            Threshold = cells.RequiredNumber("From"),
            Amount = amount,
            OnEachFollowingAction = cells.Flag("Each Following") ?? false,
        }
        : null;

    private Cap? Cap()
    {
        if (cells.RequiredText("Cap Target").Length == 0)
        {
            return null;
        }

        var target = HouseWords.Word(cells, "Cap Target", CapTarget.PayoutPerPartner);
        if (cells.Problems.Any(problem => problem.Column == "Cap Target"))
        {
            cells.Add("Cap Target", cells.Text("Cap Target") ?? "", fatal: true, "must say what is limited");
            return null;
        }

        var limit = cells.RequiredNumber("Amount");
        var counts = target is CapTarget.ActionsPerPartner or CapTarget.ActionsPerCustomer;
        if (counts && (limit != Math.Truncate(limit) || limit is < 0 or > long.MaxValue))
        {
            cells.Add("Amount", cells.Text("Amount") ?? "", fatal: true, "must be a whole number of actions");
            return null;
        }

        return new Cap { Target = target, Period = Period(), Payout = counts ? null : new Money(limit, currency), Actions = counts ? (long)limit : null };
    }

    private SlottingFee SlottingFee() => new()
    {
        Trigger = HouseWords.Word(cells, "Trigger", SlottingFeeTrigger.ContractStart),
        Amount = new Money(cells.RequiredNumber("Amount"), currency),
    };

    private CommissionAmount? Amount()
    {
        var (rate, flat) = (cells.Number("Rate", fatal: true), cells.Number("Amount", fatal: true));
        switch (rate, flat)
        {
            case ({ } percent, null):
                return CommissionAmount.Of(Rate.FromPercent(percent));
            case (null, { } amount):
                return CommissionAmount.Of(new Money(amount, currency));
            default:
                cells.Add("Rate", cells.Text("Rate") ?? "", fatal: true, "or column 'Amount' must be filled in, and not both");
                return null;
        }
    }

    private PayoutLevel Level() => HouseWords.Word(cells, "Level", PayoutLevel.Order);

    private TermPeriod Period() => HouseWords.Word(cells, "Period", TermPeriod.None);
}
