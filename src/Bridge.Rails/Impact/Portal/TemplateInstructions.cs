using System.Globalization;
using Bridge.Model.Collections;
using Bridge.Model.Json;
using Bridge.Rails.Impact.Terms;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Portal;

/// <summary>What to click and type to build template terms, in the portal's words, made from the same draft as the fields.</summary>
/// <param name="draft">The terms.</param>
internal sealed class TemplateInstructions(TemplateTermsDraft draft)
{
    /// <summary>From so many values on a condition is easier kept as an exception list.</summary>
    internal const int ManyValues = 20;

    private readonly List<string> lines = [];

    public ValueList<string> Lines()
    {
        Lists();
        Add("In impact.com open the program, then Contracts > Template Terms, and choose Create. Start from an empty template; a copy keeps rules that are not listed here.");
        Add($"Name: {draft.Name}");
        Add(draft.Currency is { } currency ? $"Currency: {currency}. It cannot be changed later." : "Currency: ask the brand; the source names none.");
        foreach (var payout in draft.EventPayouts)
        {
            Event(payout, "");
        }

        foreach (var term in draft.ScheduledTerms)
        {
            Add($"Scheduled terms '{term.Name}': from {term.StartDate} to {term.EndDate ?? "no end (see below)"}.");
            foreach (var payout in term.EventPayouts)
            {
                Event(payout, $"Scheduled terms '{term.Name}', ");
            }
        }

        Whole();
        foreach (var note in draft.Manual)
        {
            Add("By hand: " + note);
        }

        Add("Save with Save, not with Save and Send to Partners: Bridge brings the partners in its own steps.");
        Add("Answer with the template's id, the number in the address of the template's page. Bridge proves it by the first contract made from it, field by field.");
        return lines.ToValueList();
    }

    private static string Number(decimal? value) => value is { } number ? CanonicalDecimalConverter.Format(number) : "0";

    private static string Pay(decimal? rate, decimal? flat, string? currency) => rate is { } percent ? $"{Number(percent)} %" : $"{Number(flat)} {currency ?? "(currency to be asked)"}";

    /// <summary>Values as the rule field takes them: commas mean OR, a value with a comma stands in quotes.</summary>
    internal static string Values(IEnumerable<string> values) =>
        string.Join(',', values.Select(value => value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value));

    internal static string When(WireRule rule) => rule switch
    {
        { ExceptionListName: { } list } => $"{rule.Variable} {rule.Operator} exception list '{list}'",
        { Values.Count: > ManyValues } => $"{rule.Variable} {rule.Operator} the {rule.Values.Count} values of the exception list",
        _ => $"{rule.Variable} {rule.Operator} {Values(rule.Values)}",
    };

    private void Add(string line) => lines.Add(line);

    private void Lists()
    {
        var rules = draft.EventPayouts.Concat(draft.ScheduledTerms.SelectMany(term => term.EventPayouts))
            .SelectMany(payout => payout.PayoutGroups).SelectMany(group => group.Rules).Distinct().ToList();
        foreach (var name in rules.Select(rule => rule.ExceptionListName).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            Add($"Exception list '{name}' must exist first: open Contracts > Exception Lists and check it, or make it from the source's list of that name.");
        }

        foreach (var rule in rules.Where(rule => rule.Values.Count > ManyValues))
        {
            Add($"Make an exception list (Contracts > Exception Lists) of type {(rule.Variable == "ITEM_SKU" ? "SKU" : "CATEGORY")} with these values of {rule.Variable}: {Values(rule.Values)}");
        }
    }

    private void Event(WireEventPayout payout, string prefix)
    {
        Add($"{prefix}Payout for {(payout.EventTypeId is { } id ? $"event type {id}" : $"the event type of category {payout.EventCategory}")}{(payout.PayoutLevel is { } level ? $", calculated per {level}" : "")}.");
        Add($"{prefix}Default payout: {Pay(payout.DefaultPayoutRate, payout.DefaultPayout, draft.Currency)}. Percent numbers are typed as they stand here: {Number(payout.DefaultPayoutRate ?? 7.5m)} means {Number(payout.DefaultPayoutRate ?? 7.5m)} %.");
        foreach (var group in payout.PayoutGroups)
        {
            Group(group, prefix);
        }

        if (payout.PayoutGroups.Count > 1)
        {
            Add($"{prefix}Keep the payout groups in this order: the first match from the top applies, no other.");
        }

        if (payout.PerformanceBonus is { } bonus)
        {
            Add($"{prefix}Performance bonus: {bonus.Type}, counted in {bonus.Basis} per {bonus.Period}: {Tiers(bonus.Tiers)}.");
        }

        Limits(payout.Limits, $"{prefix}Limit of the event");
        Schedule(payout, prefix);
    }

    private void Group(WirePayoutGroup group, string prefix)
    {
        var when = group.Rules.Count == 0 ? "without a rule, so that it holds for everything" : "when " + string.Join(" and ", group.Rules.Select(When));
        var pay = group.PayoutRate is null && group.Payout is null ? "" : $": {Pay(group.PayoutRate, group.Payout, draft.Currency)}";
        Add($"{prefix}Payout group {Number(group.Rank)} {when}{pay}{(group.Tiers.Count == 0 ? "" : $"; tiers: {Tiers(group.Tiers)}")}.");
        Limits(group.Limits, $"{prefix}Limit of payout group {Number(group.Rank)}");
    }

    private string Tiers(ValueList<WireTier> tiers) => string.Join(", ", tiers.Select(tier => tier.RevenueThreshold is { } revenue
        ? $"from revenue {Number(revenue)} {draft.Currency} {Pay(tier.PayoutRate, tier.Payout, draft.Currency)}"
        : $"from {Number(tier.ActionThreshold)} actions {Pay(tier.PayoutRate, tier.Payout, draft.Currency)}"));

    private void Limits(ValueList<WireLimit> limits, string what)
    {
        foreach (var limit in limits)
        {
            var unit = limit.Type == "PAYOUT" ? " " + draft.Currency : " actions";
            Add($"{what}: at most {Number(limit.Value)}{unit}{(limit.LimitBy is { } by ? $" per {by}" : "")}{(limit.Period is { } period ? $" per {period}" : "")}.");
        }
    }

    private void Schedule(WireEventPayout payout, string prefix)
    {
        foreach (var referral in payout.ValidReferrals)
        {
            Add(string.Create(CultureInfo.InvariantCulture, $"{prefix}Referral window for {referral.Type}: {referral.Window} {referral.WindowUnit}."));
        }

        if (payout.CreditPolicy is { } credit)
        {
            Add($"{prefix}Credit policy: {credit}.");
        }

        if (payout.Locking is { } locking)
        {
            Add($"{prefix}Action locking: basis {locking.Basis}, period {locking.Period}, months {Number(locking.MonthOffset)}, days {Number(locking.DayOffset)}{(locking.DayOfMonth is { } day ? $", day of the month {Number(day)}" : "")}.");
        }

        if (payout.PayoutScheduling is { } scheduling)
        {
            Add($"{prefix}Payout scheduling: basis {scheduling.Basis}, period {scheduling.Period}, days {Number(scheduling.DayOffset)}.");
        }
    }

    private void Whole()
    {
        foreach (var (what, fee) in new[]
        {
            ("at the start of the contract", draft.ContractStartSlottingFee),
            ("with the first action", draft.FirstActionSlottingFee),
            ("every month", draft.MonthlySlottingFee),
        })
        {
            if (fee is { } amount)
            {
                Add($"Slotting fee {what}: {Number(amount)} {draft.Currency}.");
            }
        }

        if (draft.ActionLimit is { } actions)
        {
            Add($"Action limit of the contract: {Number(actions)} per {draft.ActionLimitPeriod ?? "contract"}.");
        }

        if (draft.SpendLimit is { } spend)
        {
            Add($"Spend limit of the contract: {Number(spend)} {draft.Currency} per {draft.SpendLimitPeriod ?? "contract"}.");
        }

        if (draft.ReturnPolicy is { } policy)
        {
            Add($"Return policy: {policy}.");
        }
    }
}
