using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>
/// Event payouts in the shape that the contract object of Brand API v14 has, as another way to fill in the terms form: people
/// who automate their portal work have the published names at hand.
/// </summary>
internal sealed class PublishedPayouts(Func<string, string, EventType> eventType, Func<EventType, int, string> groupId)
{
    /// <exception cref="PortalException">A field is missing or malformed.</exception>
    public IReadOnlyList<EventPayout> Read(IEnumerable<JsonFields> payouts) => [.. payouts.Select(Payout)];

    private EventPayout Payout(JsonFields fields)
    {
        var category = fields.Text("EventCategory") ?? "SALE";
        var type = eventType(fields.Text("EventTypeId") ?? fields.Text("EventTypeName") ?? category, category);
        return new EventPayout
        {
            EventTypeId = type.Id,
            EventTypeName = type.Name,
            EventCategory = type.Category,
            DefaultPayout = fields.Number("DefaultPayout"),
            DefaultPayoutRate = fields.Number("DefaultPayoutRate"),
            PayoutLevel = fields.Text("PayoutLevel") ?? "ORDER",
            PayoutGroups = [.. fields.Objects("PayoutGroups").Select((group, place) => Group(type, group, place + 1)).OrderBy(group => group.Rank)],
            Limits = [.. fields.Objects("Limits").Select(Limit)],
            PerformanceBonus = fields.Object("PerformanceBonus") is { } bonus
                ? new PerformanceBonus(bonus.Required("Type"), bonus.Required("Basis"), bonus.Required("Period"), [.. bonus.Objects("Tiers").Select(Tier)])
                : null,
            Locking = fields.Object("Locking") is { } locking
                ? new LockingTerms(locking.Required("Basis"), locking.Required("Period"), (int?)locking.Whole("MonthOffset"), (int?)locking.Whole("DayOffset"), (int?)locking.Whole("DayOfMonth"))
                : null,
            PayoutScheduling = fields.Object("PayoutScheduling") is { } scheduling
                ? new SchedulingTerms(scheduling.Required("Basis"), scheduling.Required("Period"), (int)(scheduling.Whole("DayOffset") ?? 0))
                : null,
            CreditPolicy = fields.Text("CreditPolicy") ?? "LAST_REFERRER",
            ValidReferrals = [.. fields.Objects("ValidReferrals").Select(referral =>
                new ValidReferral(referral.Required("Type"), (int)referral.RequiredWhole("Window"), referral.Text("WindowUnit") ?? "DAY"))],
        };
    }

    private PayoutGroup Group(EventType type, JsonFields group, int place)
    {
        var rank = (int)(group.Whole("Rank") ?? place);
        return new PayoutGroup
        {
            Id = groupId(type, rank),
            Rank = rank,
            Rules = [.. group.Objects("Rules").Select(rule => new PayoutRule(rule.Required("Variable"), rule.Text("Operator") ?? "IS", rule.Texts("Values")))],
            Payout = group.Number("Payout"),
            PayoutRate = group.Number("PayoutRate"),
            Limits = [.. group.Objects("Limits").Select(Limit)],
            Tiers = [.. group.Objects("Tiers").Select(Tier)],
        };
    }

    private static PayoutTier Tier(JsonFields tier) =>
        new(tier.Number("ActionThreshold"), tier.Number("RevenueThreshold"), tier.Number("Payout"), tier.Number("PayoutRate"));

    private static PayoutLimit Limit(JsonFields limit) => new(
        limit.Required("Type"),
        limit.Text("Subtype"),
        limit.Number("Value") ?? throw new PortalException("A limit needs a value."),
        limit.Text("LimitBy"),
        limit.Text("Period") ?? string.Empty);
}
