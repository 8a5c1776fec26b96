using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>
/// Canonical terms in impact.com's shape. Pure. What its template terms cannot hold ends in <see cref="TemplateTermsDraft.Manual"/>:
/// it is never put into a field that would pay something else.
/// </summary>
internal static class TemplateWriter
{
    public static TemplateTermsDraft Write(string name, Contract contract)
    {
        var manual = new List<string>();
        var fees = contract.Terms.OfType<SlottingFee>().ToLookup(fee => fee.Trigger, fee => fee.Amount.Amount);
        var actions = contract.Terms.OfType<Cap>().FirstOrDefault(IsWholeActionLimit);
        var spend = contract.Terms.OfType<Cap>().FirstOrDefault(cap => cap.Target == CapTarget.SpendPerProgram);
        Settle(contract, manual);
        return new TemplateTermsDraft
        {
            Name = name,
            Currency = contract.Currency?.Code,
            EventPayouts = Payouts(contract.Terms, contract, manual),
            ScheduledTerms = contract.Terms.OfType<TimeBoxed>().Select(term => Scheduled(term, contract, manual)).ToValueList(),
            ReturnPolicy = contract.Clawback is { } clawback ? clawback.OnReturn ? "ALWAYS_OK" : "NO_RETURNS" : null,
            ActionLimit = actions?.Actions,
            ActionLimitPeriod = actions is null ? null : PeriodWords.Write(actions.Period),
            SpendLimit = spend?.Payout?.Amount,
            SpendLimitPeriod = spend is null ? null : PeriodWords.Write(spend.Period),
            ContractStartSlottingFee = Sum(fees[SlottingFeeTrigger.ContractStart]),
            FirstActionSlottingFee = Sum(fees[SlottingFeeTrigger.FirstAction]),
            MonthlySlottingFee = Sum(fees[SlottingFeeTrigger.Monthly]),
            Manual = manual.ToValueList(),
        };
    }

    internal static bool IsWholeActionLimit(Cap cap) =>
        cap is { Target: CapTarget.ActionsPerPartner, Action: ActionKind.Unknown, EventType: null };

    private static decimal? Sum(IEnumerable<decimal> fees) => fees.Aggregate((decimal?)null, (sum, fee) => (sum ?? 0) + fee);

    private static ValueList<WireEventPayout> Payouts(ValueList<CommissionTerm> terms, Contract contract, List<string> manual) => terms
        .Where(term => term is not (TimeBoxed or SlottingFee) && !(term is Cap cap && (cap.Target == CapTarget.SpendPerProgram || IsWholeActionLimit(cap))))
        .GroupBy(term => (term.EventType, Action: term.Action == ActionKind.Unknown ? ActionKind.Sale : term.Action))
        .Select(group => new PayoutWriting(group.Key.EventType, group.Key.Action, [.. group], contract, manual).Payout())
        .ToValueList();

    private static WireScheduledTerm Scheduled(TimeBoxed term, Contract contract, List<string> manual)
    {
        if (term.Until is null)
        {
            manual.Add($"'{term.Name ?? "Scheduled terms"}' has no end: impact.com's scheduled terms need one. Ask the brand, or make them the base terms from {ImpactTime.Write(term.From)} on.");
        }

        return new WireScheduledTerm
        {
            Name = term.Name ?? "Scheduled terms",
            StartDate = ImpactTime.Write(term.From),
            EndDate = term.Until is { } until ? ImpactTime.Write(until.AddSeconds(-1)) : null,
            EventPayouts = Payouts(term.Terms, contract, manual),
        };
    }

    private static void Settle(Contract contract, List<string> manual)
    {
        if (contract.Currency is null)
        {
            manual.Add("The source names no currency: ask the brand which one the terms are in.");
        }

        if (contract.MinimumPayout is { } minimum)
        {
            manual.Add($"A minimum payout of {minimum} is the partner's own withdrawal setting on impact.com, not part of the terms.");
        }

        if (contract.Clawback is { OnChurn: ClawbackOnChurn.Full or ClawbackOnChurn.ProRated } clawback)
        {
            manual.Add($"Commission is taken back when a customer leaves ({clawback.OnChurn}): on impact.com the brand reverses the action before it locks.");
        }

        if (contract.Attribution is { } rule && rule != AttributionRule.Unknown && ScheduleTranslator.WriteCredit(rule) is null)
        {
            manual.Add($"The attribution rule {rule} has no credit policy on impact.com: one partner gets the credit.");
        }

        if (contract.DealRegistration is not null)
        {
            manual.Add("Deal registration is not part of impact.com's terms.");
        }

        if (contract.Locking is { } locking && ScheduleTranslator.Write(locking) is null)
        {
            manual.Add($"Locking from {locking.Basis} has no form on impact.com: choose the nearest date with the brand.");
        }

        if (contract.Payout is { } payout && ScheduleTranslator.Write(payout) is null)
        {
            manual.Add($"Payout from {payout.Basis} has no form on impact.com: choose the nearest schedule after locking with the brand.");
        }
    }
}
