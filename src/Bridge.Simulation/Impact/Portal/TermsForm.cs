using System.Globalization;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// The form in which a person builds template terms. <c>terms</c> is a list; entries of one event type make one event payout: an
/// entry without rules and steps is its default payout, every other one a payout group in the order of the list. Instead of
/// <c>terms</c> the form takes <c>eventPayouts</c> in the published shape.
/// </summary>
internal sealed class TermsForm(Func<string, string, EventType> eventType)
{
    /// <exception cref="PortalException">A field is missing or malformed.</exception>
    public TemplateTerms Read(JsonFields form)
    {
        var name = form.Required("name");
        return new TemplateTerms
        {
            Name = name,
            Currency = form.Required("currency"),
            Labels = form.Texts("labels"),
            EventPayouts = Payouts(name, form, form),
            ScheduledTerms = [.. form.Objects("scheduledTerms").Select(term => Scheduled(name, form, term))],
            PromotionalTerms = [.. form.Objects("promotionalTerms").Select(term =>
                new PromotionalTerm(term.Required("name"), term.Text("type") ?? "CUSTOM", term.Text("content") ?? string.Empty))],
            ChangeNotificationPeriod = (int?)form.Whole("changeNotificationDays"),
            ReturnPolicy = form.Text("returnPolicy"),
            MaxReturnPercentage = form.Number("maxReturnPercentage"),
            ActionLimit = form.Number("actionLimit"),
            ActionLimitPeriod = form.Text("actionLimitPeriod"),
            SpendLimit = form.Number("spendLimit"),
            SpendLimitPeriod = form.Text("spendLimitPeriod"),
            ContractStartSlottingFee = form.Number("contractStartSlottingFee"),
            FirstActionSlottingFee = form.Number("firstActionSlottingFee"),
            MonthlySlottingFee = form.Number("monthlySlottingFee"),
            SpecialTerms = form.Text("specialTerms"),
        };
    }

    private ScheduledTerm Scheduled(string name, JsonFields form, JsonFields term) => new(
        term.Text("name") ?? name,
        term.Time("startDate") ?? throw new PortalException("A scheduled term needs startDate."),
        term.Time("endDate") ?? throw new PortalException("A scheduled term needs endDate."),
        Payouts(name, form, term));

    private IReadOnlyList<EventPayout> Payouts(string name, JsonFields form, JsonFields holder)
    {
        if (holder.Objects("eventPayouts").Any())
            return new PublishedPayouts(eventType, (type, rank) => GroupId(name, type, rank)).Read(holder.Objects("eventPayouts"));

        var terms = holder.Objects("terms").ToList();
        if (terms.Count == 0)
            throw new PortalException("At least one term is required.");

        return [.. terms.GroupBy(term => eventType(term.Required("eventType"), term.Text("eventCategory") ?? "SALE"))
            .Select(group => Payout(name, form, group.Key, [.. group]))];
    }

    private static EventPayout Payout(string name, JsonFields form, EventType type, IReadOnlyList<JsonFields> terms)
    {
        var plain = terms.Where(IsDefault).ToList();
        if (plain.Count > 1)
            throw new PortalException($"{type.Name} has {plain.Count} default payouts; it can have one.");
        if (terms.Any(term => term.Number("rate") is null && term.Number("amount") is null && !term.Objects("tiers").Any()))
            throw new PortalException($"A term of {type.Name} has neither rate nor amount nor tiers.");

        var first = plain.Count > 0 ? plain[0] : terms[0];
        return new EventPayout
        {
            EventTypeId = type.Id,
            EventTypeName = type.Name,
            EventCategory = type.Category,
            DefaultPayout = plain.Count == 0 ? null : first.Number("amount"),
            DefaultPayoutRate = plain.Count == 0 ? null : first.Number("rate"),
            PayoutLevel = first.Text("payoutLevel") ?? "ORDER",
            PayoutGroups = [.. terms.Where(term => !IsDefault(term)).Select((term, place) => Group(name, type, term, place + 1))],
            Limits = [.. first.Objects("limits").Select(Limit)],
            PerformanceBonus = first.Object("bonus") is { } bonus ? Bonus(bonus) : null,
            Locking = Locking(form),
            PayoutScheduling = Scheduling(form),
            CreditPolicy = form.Text("creditPolicy") ?? "LAST_REFERRER",
            ValidReferrals = Referrals(form),
        };
    }

    private static bool IsDefault(JsonFields term) => !term.Objects("rules").Any() && !term.Objects("tiers").Any();

    private static PayoutGroup Group(string name, EventType type, JsonFields term, int rank) => new()
    {
        Id = GroupId(name, type, rank),
        Rank = rank,
        Rules = [.. term.Objects("rules").Select(rule =>
            new PayoutRule(rule.Required("variable"), rule.Text("operator") ?? "IS", rule.Texts("values")))],
        Payout = term.Number("amount"),
        PayoutRate = term.Number("rate"),
        Limits = [.. term.Objects("limits").Select(Limit)],
        Tiers = [.. term.Objects("tiers").Select(Tier)],
    };

    private static PayoutTier Tier(JsonFields tier) =>
        new(tier.Number("actionThreshold"), tier.Number("revenueThreshold"), tier.Number("amount"), tier.Number("rate"));

    private static PayoutLimit Limit(JsonFields limit) => new(
        limit.Text("type") ?? "ACTION",
        limit.Text("subtype"),
        limit.Number("value") ?? throw new PortalException("A limit needs a value."),
        limit.Text("limitBy"),
        limit.Text("period") ?? "MONTH");

    private static PerformanceBonus Bonus(JsonFields bonus) => new(
        bonus.Text("type") ?? "SUBSEQUENT_ACTIONS", bonus.Text("basis") ?? "REVENUE", bonus.Text("period") ?? "CALENDAR_MONTH",
        [.. bonus.Objects("tiers").Select(Tier)]);

    private static LockingTerms? Locking(JsonFields form)
    {
        if (form.Object("locking") is { } locking)
        {
            return new LockingTerms(
                locking.Text("basis") ?? "TRACKED", locking.Text("period") ?? "DAY", (int?)locking.Whole("monthOffset"),
                (int?)locking.Whole("dayOffset"), (int?)locking.Whole("dayOfMonth"));
        }

        return form.Whole("lockingDays") is { } days ? new LockingTerms("TRACKED", "DAY", null, (int)days, null) : null;
    }

    private static SchedulingTerms? Scheduling(JsonFields form)
    {
        if (form.Object("payoutScheduling") is { } scheduling)
            return new SchedulingTerms(scheduling.Text("basis") ?? "LOCKED", scheduling.Text("period") ?? "END_OF_DAY", (int)(scheduling.Whole("dayOffset") ?? 0));

        return form.Whole("payoutDays") is { } days ? new SchedulingTerms("LOCKED", "END_OF_DAY", (int)days) : null;
    }

    private static List<ValidReferral> Referrals(JsonFields form)
    {
        var referrals = new List<ValidReferral>();
        foreach (var (field, type, unit) in ((string, string, string)[])
        [
            ("clickWindowDays", "CLICKS", "DAY"), ("clickWindowHours", "CLICKS", "HOUR"),
            ("viewWindowDays", "IMPRESSIONS", "DAY"), ("viewWindowHours", "IMPRESSIONS", "HOUR"),
        ])
        {
            if (form.Whole(field) is { } window)
                referrals.Add(new ValidReferral(type, (int)window, unit));
        }

        return referrals;
    }

    /// <summary>An opaque id that depends on nothing but the terms.</summary>
    private static string GroupId(string name, EventType type, int rank)
    {
        var hash = Truth.TruthFields.Hash(string.Create(CultureInfo.InvariantCulture, $"{name}/{type.Id}/{rank}"));
        return $"{hash[..8]}-{hash[8..12]}-{hash[12..16]}-{hash[16..20]}-{hash[20..32]}";
    }
}
