using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// The form in which a person builds template terms, in either of two shapes. <c>eventPayouts</c> is the published shape of a
/// contract (<see cref="PayoutForm"/>). <c>terms</c> is a plain list; entries of one event type make one event payout: an entry
/// without rules and steps is its default payout, every other one a payout group in the order of the list.
/// </summary>
internal sealed class TermsForm(Func<string, string, EventType> eventType, string brandCurrency)
{
    private readonly PayoutForm published = new(eventType);

    /// <exception cref="PortalException">A field is missing or malformed.</exception>
    public TemplateTerms Read(JsonFields form)
    {
        var name = form.Required("name");
        return new TemplateTerms
        {
            Name = name,
            Currency = form.Text("currency") ?? brandCurrency,
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
        term.Time("endDate"),
        Payouts(name, form, term));

    private List<EventPayout> Payouts(string name, JsonFields form, JsonFields part)
    {
        var payouts = part.Objects("eventPayouts").Select((payout, place) => published.Read(name, payout, place + 1)).ToList();
        var terms = part.Objects("terms").ToList();
        if (payouts.Count + terms.Count == 0)
            throw new PortalException("At least one term is required.");

        return
        [
            .. payouts,
            .. terms.GroupBy(term => eventType(term.Required("eventType"), term.Text("eventCategory") ?? "SALE"))
                .Select(group => Payout(name, form, group.Key, [.. group])),
        ];
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
            Limits = [.. first.Objects("limits").Select(PayoutForm.Limit)],
            PerformanceBonus = first.Object("bonus") is { } bonus ? PayoutForm.Bonus(bonus, "rate", "amount") : null,
            Locking = Locking(form),
            PayoutScheduling = Scheduling(form),
            CreditPolicy = form.Text("creditPolicy") ?? "LAST_REFERRER",
            ValidReferrals = Referrals(form),
        };
    }

    private static bool IsDefault(JsonFields term) => !term.Objects("rules").Any() && !term.Objects("tiers").Any();

    private static PayoutGroup Group(string name, EventType type, JsonFields term, int rank) => new()
    {
        Id = PayoutForm.GroupId(name, type, rank),
        Rank = rank,
        Rules = [.. term.Objects("rules").Select(PayoutForm.Rule)],
        Payout = term.Number("amount"),
        PayoutRate = term.Number("rate"),
        Limits = [.. term.Objects("limits").Select(PayoutForm.Limit)],
        Tiers = [.. term.Objects("tiers").Select(tier => PayoutForm.Tier(tier, "rate", "amount"))],
    };

    private static LockingTerms? Locking(JsonFields form)
    {
        if (form.Object("locking") is { } locking)
            return PayoutForm.Locking(locking);

        return form.Whole("lockingDays") is { } days ? new LockingTerms("TRACKED", "DAY", null, (int)days, null) : null;
    }

    private static SchedulingTerms? Scheduling(JsonFields form)
    {
        if (form.Object("payoutScheduling") is { } scheduling)
            return PayoutForm.Scheduling(scheduling);

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
}
