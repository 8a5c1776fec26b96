using System.Globalization;
using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// An event payout in the shape in which contracts show it. The event type is given by id or name, else the program's first one
/// of the category is meant.
/// </summary>
internal sealed class PayoutForm(Func<string, string, EventType> eventType)
{
    public EventPayout Read(string template, JsonFields form, int place)
    {
        var category = form.Text("EventCategory") ?? "SALE";
        var type = eventType(form.Text("EventTypeId") ?? form.Text("EventTypeName") ?? category, category);
        var groups = form.Objects("PayoutGroups").ToList();
        if (form.Number("DefaultPayout") is null && form.Number("DefaultPayoutRate") is null && groups.Count == 0)
            throw new PortalException($"The payout for {type.Name} has neither a default nor groups.");

        return new EventPayout
        {
            EventTypeId = type.Id,
            EventTypeName = type.Name,
            EventCategory = type.Category,
            DefaultPayout = form.Number("DefaultPayout"),
            DefaultPayoutRate = form.Number("DefaultPayoutRate"),
            PayoutLevel = form.Text("PayoutLevel") ?? "ORDER",
            PayoutGroups = [.. groups.Select((group, index) => Group(template, type, group, (int)(group.Whole("Rank") ?? index + 1), place)).OrderBy(group => group.Rank)],
            Limits = [.. form.Objects("Limits").Select(Limit)],
            PerformanceBonus = form.Object("PerformanceBonus") is { } bonus ? Bonus(bonus, "PayoutRate", "Payout") : null,
            Locking = form.Object("Locking") is { } locking ? Locking(locking) : null,
            PayoutScheduling = form.Object("PayoutScheduling") is { } scheduling ? Scheduling(scheduling) : null,
            CreditPolicy = form.Text("CreditPolicy") ?? "LAST_REFERRER",
            ValidReferrals = [.. form.Objects("ValidReferrals").Select(Referral)],
        };
    }

    public static PayoutRule Rule(JsonFields rule) =>
        new(rule.Required("variable"), rule.Text("operator") ?? "IS", rule.Texts("values")) { ExceptionListName = rule.Text("exceptionListName") };

    public static PayoutTier Tier(JsonFields tier, string rate, string amount) =>
        new(tier.Number("actionThreshold"), tier.Number("revenueThreshold"), tier.Number(amount), tier.Number(rate));

    public static PayoutLimit Limit(JsonFields limit) => new(
        limit.Text("type") ?? "ACTION",
        limit.Text("subtype"),
        limit.Number("value") ?? throw new PortalException("A limit needs a value."),
        limit.Text("limitBy"),
        limit.Text("period") ?? string.Empty);

    public static PerformanceBonus Bonus(JsonFields bonus, string rate, string amount) => new(
        bonus.Text("type") ?? "SUBSEQUENT_ACTIONS", bonus.Text("basis") ?? "REVENUE", bonus.Text("period") ?? "CALENDAR_MONTH",
        [.. bonus.Objects("tiers").Select(tier => Tier(tier, rate, amount))]);

    public static LockingTerms Locking(JsonFields locking) => new(
        locking.Text("basis") ?? "TRACKED", locking.Text("period") ?? "DAY", (int?)locking.Whole("monthOffset"),
        (int?)locking.Whole("dayOffset"), (int?)locking.Whole("dayOfMonth"));

    public static SchedulingTerms Scheduling(JsonFields scheduling) =>
        new(scheduling.Text("basis") ?? "LOCKED", scheduling.Text("period") ?? "END_OF_DAY", (int)(scheduling.Whole("dayOffset") ?? 0));

    /// <summary>An opaque id that depends on nothing but the terms.</summary>
    public static string GroupId(string template, EventType type, int rank)
    {
        var hash = Truth.TruthFields.Hash(string.Create(CultureInfo.InvariantCulture, $"{template}/{type.Id}/{rank}"));
        return $"{hash[..8]}-{hash[8..12]}-{hash[12..16]}-{hash[16..20]}-{hash[20..32]}";
    }

    private static ValidReferral Referral(JsonFields referral) => new(
        referral.Text("Type") ?? "CLICKS", (int)referral.RequiredWhole("Window"), referral.Text("WindowUnit") ?? "DAY");

    private static PayoutGroup Group(string template, EventType type, JsonFields group, int rank, int place) => new()
    {
        Id = GroupId($"{template}/{place}", type, rank),
        Rank = rank,
        Rules = [.. group.Objects("Rules").Select(Rule)],
        Payout = group.Number("Payout"),
        PayoutRate = group.Number("PayoutRate"),
        Limits = [.. group.Objects("Limits").Select(Limit)],
        Tiers = [.. group.Objects("Tiers").Select(tier => Tier(tier, "PayoutRate", "Payout"))],
    };
}
