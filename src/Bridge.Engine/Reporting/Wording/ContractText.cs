using Bridge.Model.Contracts;

namespace Bridge.Engine.Reporting.Wording;

/// <summary>The fields of a contract in words, in a fixed order. What the contract does not say is left out.</summary>
public static class ContractText
{
    /// <summary>Name and text of every field that is set, terms first.</summary>
    public static IEnumerable<(string Field, string Text)> Lines(Contract contract)
    {
        foreach (var term in contract.Terms)
        {
            yield return (TermText.KindOf(term), TermText.Of(term));
        }

        foreach (var field in HeaderFields)
        {
            if (Field(contract, field) is { } text)
            {
                yield return (field, text);
            }
        }
    }

    private static readonly string[] HeaderFields =
    [
        "currency", "click window", "view window", "lock", "payout", "clawback", "minimum payout", "attribution", "credit shares",
        "deal registration", "renewal", "start", "end",
    ];

    /// <summary>One field other than the terms; null when the contract does not say.</summary>
    internal static string? Field(Contract contract, string field) => field switch
    {
        "currency" => contract.Currency?.Code,
        "click window" => contract.Windows?.Click is { } click ? NumberText.Of(click) : null,
        "view window" => contract.Windows?.View is { } view ? NumberText.Of(view) : null,
        "lock" => contract.Locking is { } rule ? $"{After(rule.Months, rule.Days)} {Basis(rule.Basis)}" : null,
        "payout" => contract.Payout is { } payout ? Payout(payout) : null,
        "clawback" => contract.Clawback is { } clawback ? Clawback(clawback) : null,
        "minimum payout" => contract.MinimumPayout is { } minimum ? NumberText.Of(minimum) : null,
        "attribution" => contract.Attribution is { } attribution ? Attribution(attribution) : null,
        "credit shares" => contract.CreditShares.Count == 0 ? null : string.Join(", ", contract.CreditShares.Select(share => $"{share.Role} {share.Share}")),
        "deal registration" => contract.DealRegistration is { } deal ? Deal(deal) : null,
        "renewal" => contract.AutoRenews is { } renews ? (renews ? "renews itself" : "does not renew itself") : null,
        "start" => contract.StartsAt is { } start ? NumberText.Of(start) : null,
        "end" => contract.EndsAt is { } end ? NumberText.Of(end) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of a contract."),
    };

    private static string Payout(PayoutSchedule payout)
    {
        var every = payout.Every == TermPeriod.None ? "" : $", every {payout.Every.ToString().ToLowerInvariant()}";
        return $"{After(0, payout.Days)} {Basis(payout.Basis)}{every}{(payout.QuarterlyTrueUp ? ", true-up each quarter" : "")}";
    }

    private static string Clawback(ClawbackPolicy policy)
    {
        var churn = policy.OnChurn switch
        {
            ClawbackOnChurn.None => "nothing is returned when the customer leaves",
            ClawbackOnChurn.Full => "everything is returned when the customer leaves",
            ClawbackOnChurn.ProRated => "the unused part is returned when the customer leaves",
            _ => "the source does not say what is returned when the customer leaves",
        };
        var window = policy.Window is { } time ? $" within {NumberText.Of(time)}" : "";
        return $"{churn}{window}{(policy.OnReturn ? "; returned orders are taken back" : "; returned orders stay paid")}";
    }

    private static string Deal(DealRegistration deal)
    {
        var window = deal.Window is { } time ? $"protects for {NumberText.Of(time)}" : "protects without limit";
        return deal.RefusedWhenBrandInContact ? $"{window}, refused when the brand is in contact already" : window;
    }

    private static string Attribution(AttributionRule rule) => rule switch
    {
        AttributionRule.LastTouch => "last referrer",
        AttributionRule.FirstTouch => "first referrer",
        AttributionRule.Linear => "all referrers in equal parts",
        AttributionRule.PositionBased => "first and last referrer more than those between",
        AttributionRule.RegisteredDealFirst => "registered deal, otherwise the last referrer",
        AttributionRule.SplitByShare => "fixed shares",
        _ => "not said",
    };

    private static string After(int months, int days) => (months, days) switch
    {
        (0, 0) => "at once, counted",
        (0, _) => NumberText.Of(days, "day"),
        (_, 0) => NumberText.Of(months, "month"),
        _ => $"{NumberText.Of(months, "month")} and {NumberText.Of(days, "day")}",
    };

    private static string Basis(LockBasis basis) => basis switch
    {
        LockBasis.Tracked => "after the conversion",
        LockBasis.MonthEnd => "after the end of the month",
        LockBasis.Locked => "after the lock",
        LockBasis.CustomerPaid => "after the customer has paid",
        _ => "after a date that the source does not name",
    };
}
