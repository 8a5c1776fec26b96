using System.Globalization;
using Bridge.Model.Collections;
using Bridge.Model.Json;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Terms;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Portal;

/// <summary>
/// The build sheet of template terms: every value to type, field by field, in the order of the app's form. Made from the same draft
/// as fields and instructions; what the source does not set is named as such, so that nobody has to guess.
/// </summary>
/// <param name="draft">The terms.</param>
internal sealed class TemplateSheet(TemplateTermsDraft draft)
{
    private const string Form = "Contracts > Template Terms > Create";
    private const string AsOffered = "as the app offers it";
    private const string NotSet = "The source sets none.";

    private readonly List<SheetLine> lines = [];

    public ValueList<SheetLine> Lines()
    {
        Lists();
        Add(Form, "Start from", "an empty template", "A copy keeps rules that are not listed here.");
        Add(Form, "Name", draft.Name);
        Add(Form, "Currency", draft.Currency ?? "ask the brand", draft.Currency is null ? "The source names none. It cannot be changed later." : "It cannot be changed later.");
        foreach (var payout in draft.EventPayouts)
        {
            Event(payout, "");
        }

        foreach (var term in draft.ScheduledTerms)
        {
            Scheduled(term);
        }

        Whole();
        foreach (var note in draft.Manual)
        {
            Add("By hand", "No field of the form", note, "Settle it with the brand.");
        }

        Add("Save", "Save", "", "Not Save and Send to Partners: Bridge brings the partners in its own steps.");
        Add("Answer to Bridge", "Template id", "the number in the address of the template's page", "'bridge tasks complete <task> --value <id>'");
        return lines.ToValueList();
    }

    private static string Number(decimal? value) => value is { } number ? CanonicalDecimalConverter.Format(number) : "0";

    private void Add(string screen, string field, string value, string note = "") => lines.Add(new SheetLine(screen, field, value, note));

    private void Pay(string screen, string field, decimal? rate, decimal? flat)
    {
        if (rate is { } percent)
        {
            Add(screen, field + ", kind", "Percent of sale");
            Add(screen, field, Number(percent), $"Percent: {Number(percent)} means {Number(percent)} %.");
        }
        else
        {
            Add(screen, field + ", kind", "Flat amount");
            Add(screen, field, Number(flat), draft.Currency ?? "Currency to be asked.");
        }
    }

    private void Lists()
    {
        var rules = draft.EventPayouts.Concat(draft.ScheduledTerms.SelectMany(term => term.EventPayouts))
            .SelectMany(payout => payout.PayoutGroups).SelectMany(group => group.Rules).Distinct().ToList();
        foreach (var name in rules.Select(rule => rule.ExceptionListName).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            Add("Contracts > Exception Lists", "Exception list", name, "It must exist before the template: check it, or make it from the source's list of that name.");
        }

        foreach (var rule in rules.Where(rule => rule.Values.Count > TemplateInstructions.ManyValues))
        {
            Add("Contracts > Exception Lists", $"New list of type {(rule.Variable == "ITEM_SKU" ? "SKU" : "CATEGORY")}", TemplateInstructions.Values(rule.Values), $"{rule.Values.Count} values of {rule.Variable}.");
        }
    }

    private void Event(WireEventPayout payout, string prefix)
    {
        var screen = $"{prefix}Event payout: {payout.EventTypeName ?? payout.EventTypeId ?? payout.EventCategory}";
        Add(screen, "Event type", payout.EventTypeId ?? payout.EventTypeName ?? $"the one of category {payout.EventCategory}", payout.EventTypeId is null ? "If the program has several of this category, ask which one tracks its orders." : "");
        Add(screen, "Calculated per", payout.PayoutLevel ?? AsOffered, payout.PayoutLevel is null ? NotSet : "");
        Pay(screen, "Default payout", payout.DefaultPayoutRate, payout.DefaultPayout);
        foreach (var group in payout.PayoutGroups)
        {
            Group(group, screen, payout.PayoutGroups.Count);
        }

        if (payout.PerformanceBonus is { } bonus)
        {
            Add(screen, "Performance bonus, type", bonus.Type ?? AsOffered);
            Add(screen, "Performance bonus, counted in", bonus.Basis ?? AsOffered);
            Add(screen, "Performance bonus, period", bonus.Period ?? AsOffered);
            Tiers(screen, "Performance bonus", bonus.Tiers);
        }

        Limits(payout.Limits, screen, "Limit of the event");
        Windows(payout, screen);
        Add(screen, "Credit policy", payout.CreditPolicy ?? AsOffered, payout.CreditPolicy is null ? NotSet : "");
        Locking(payout.Locking, screen);
        Scheduling(payout.PayoutScheduling, screen);
    }

    private void Group(WirePayoutGroup group, string screen, int count)
    {
        var name = $"Payout group {Number(group.Rank)}";
        Add(screen, name + ", place", $"{Number(group.Rank)} of {count}", "The first match from the top applies, no other.");
        Add(screen, name + ", rules", group.Rules.Count == 0 ? "none" : string.Join(" AND ", group.Rules.Select(TemplateInstructions.When)), group.Rules.Count == 0 ? "It holds for everything." : "");
        if (group.PayoutRate is not null || group.Payout is not null)
        {
            Pay(screen, name + ", payout", group.PayoutRate, group.Payout);
        }

        Tiers(screen, name, group.Tiers);
        Limits(group.Limits, screen, name + ", limit");
    }

    private void Tiers(string screen, string of, ValueList<WireTier> tiers)
    {
        for (var index = 0; index < tiers.Count; index++)
        {
            var tier = tiers[index];
            var name = string.Create(CultureInfo.InvariantCulture, $"{of}, tier {index + 1}");
            Add(screen, name + ", from", tier.RevenueThreshold is { } revenue ? Number(revenue) : Number(tier.ActionThreshold), tier.RevenueThreshold is null ? "Actions." : $"Revenue in {draft.Currency ?? "the template's currency"}.");
            Pay(screen, name + ", payout", tier.PayoutRate, tier.Payout);
        }
    }

    private void Limits(ValueList<WireLimit> limits, string screen, string name)
    {
        foreach (var limit in limits)
        {
            Add(screen, name + ", of", limit.Type == "PAYOUT" ? "Payout" : "Actions");
            Add(screen, name + ", at most", Number(limit.Value), limit.Type == "PAYOUT" ? draft.Currency ?? "" : "");
            Add(screen, name + ", per", string.Join(", ", new[] { limit.LimitBy, limit.Period }.OfType<string>()) is { Length: > 0 } per ? per : "the whole contract");
        }
    }

    private void Windows(WireEventPayout payout, string screen)
    {
        foreach (var (type, name) in new[] { ("CLICKS", "Click window"), ("IMPRESSIONS", "View window") })
        {
            var window = payout.ValidReferrals.FirstOrDefault(referral => referral.Type == type);
            Add(screen, name, window is null ? "off" : Number(window.Window), window is null ? "The source allows none." : $"{window.WindowUnit}: choose this unit, do not convert.");
        }
    }

    private void Locking(WireLocking? locking, string screen)
    {
        if (locking is null)
        {
            Add(screen, "Action locking", AsOffered, NotSet);
            return;
        }

        Add(screen, "Action locking, basis", locking.Basis ?? AsOffered);
        Add(screen, "Action locking, period", locking.Period ?? AsOffered);
        Add(screen, "Action locking, months", Number(locking.MonthOffset));
        Add(screen, "Action locking, days", Number(locking.DayOffset));
        if (locking.DayOfMonth is { } day)
        {
            Add(screen, "Action locking, day of the month", Number(day));
        }

        if (locking.MaxMonthsOpenEndedPeriod is { } months)
        {
            Add(screen, "Action locking, open at most", Number(months), "Months.");
        }

        if (locking.OpenEndedAutolockingMode is { } mode)
        {
            Add(screen, "Action locking, automatic", mode);
        }
    }

    private void Scheduling(WireScheduling? scheduling, string screen)
    {
        if (scheduling is null)
        {
            Add(screen, "Payout scheduling", AsOffered, NotSet);
            return;
        }

        Add(screen, "Payout scheduling, basis", scheduling.Basis ?? AsOffered);
        Add(screen, "Payout scheduling, period", scheduling.Period ?? AsOffered);
        Add(screen, "Payout scheduling, days", Number(scheduling.DayOffset));
    }

    private void Scheduled(WireScheduledTerm term)
    {
        var screen = $"Scheduled terms: {term.Name}";
        Add(screen, "Name", term.Name ?? "");
        Add(screen, "Start", term.StartDate ?? "", "Date, time and offset; type it in the account's time zone.");
        Add(screen, "End", term.EndDate ?? "none", "As above.");
        if (term.Repeat is { } repeat)
        {
            Add(screen, "Repeat", repeat.GetRawText());
        }

        foreach (var payout in term.EventPayouts)
        {
            Event(payout, screen + ", ");
        }
    }

    private void Whole()
    {
        const string Screen = "Terms of the whole contract";
        foreach (var (field, value, note) in new[]
        {
            ("Slotting fee at the start", draft.ContractStartSlottingFee, draft.Currency),
            ("Slotting fee with the first action", draft.FirstActionSlottingFee, draft.Currency),
            ("Slotting fee every month", draft.MonthlySlottingFee, draft.Currency),
            ("Action limit", draft.ActionLimit, $"Per {draft.ActionLimitPeriod ?? "contract"}."),
            ("Spend limit", draft.SpendLimit, $"{draft.Currency} per {draft.SpendLimitPeriod ?? "contract"}."),
        })
        {
            if (value is { } amount)
            {
                Add(Screen, field, Number(amount), note ?? "");
            }
        }

        if (draft.ReturnPolicy is { } policy)
        {
            Add(Screen, "Return policy", policy);
        }
    }
}
