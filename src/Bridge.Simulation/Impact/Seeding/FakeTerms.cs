using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Seeding;

/// <summary>The template terms of an invented program: a public set, one with steps and a rule, one that pays for leads.</summary>
internal static class FakeTerms
{
    public static TemplateVersion Public(long id, EventType sale, string currency, decimal rate) => new(id, 6, new TemplateTerms
    {
        Name = "Public Terms",
        Currency = currency,
        Labels = ["public"],
        EventPayouts = [Sale(sale) with { DefaultPayoutRate = rate }],
        PromotionalTerms = [new PromotionalTerm("Trademark", "TRADEMARK", "<p>No bidding on the brand's name.</p>")],
    });

    public static TemplateVersion Tiered(long id, EventType sale, string currency, DateTimeOffset now) => new(id, 2, new TemplateTerms
    {
        Name = "Premium Terms",
        Currency = currency,
        EventPayouts =
        [
            Sale(sale) with
            {
                DefaultPayoutRate = 8m,
                PayoutGroups =
                [
                    new PayoutGroup
                    {
                        Id = "5d1c4a40-0000-4000-8000-0000000000a1",
                        Rank = 1,
                        Rules = [new PayoutRule("CUSTOMER_STATUS", "IS", ["NEW"])],
                        PayoutRate = 12.5m,
                    },
                    new PayoutGroup
                    {
                        Id = "5d1c4a40-0000-4000-8000-0000000000a2",
                        Rank = 2,
                        Tiers = [new PayoutTier(null, 0m, null, 8m), new PayoutTier(null, 10_000m, null, 9m), new PayoutTier(null, 50_000m, null, 10m)],
                    },
                ],
                Limits = [new PayoutLimit("ACTION", null, 500m, "CUSTOMER", "MONTH")],
            },
        ],
        ScheduledTerms =
        [
            new ScheduledTerm("Season", now.AddDays(20), now.AddDays(30), [Sale(sale) with { DefaultPayoutRate = 15m }]),
        ],
        MonthlySlottingFee = 250m,
    });

    public static TemplateVersion Lead(long id, EventType lead, string currency) => new(id, 1, new TemplateTerms
    {
        Name = "Lead Terms",
        Currency = currency,
        EventPayouts = [Sale(lead) with { DefaultPayout = 4.5m, PayoutLevel = "ORDER" }],
    });

    private static EventPayout Sale(EventType type) => new()
    {
        EventTypeId = type.Id,
        EventTypeName = type.Name,
        EventCategory = type.Category,
        PayoutLevel = "ITEM",
        Locking = new LockingTerms("TRACKED", "DAY", null, 30, null),
        PayoutScheduling = new SchedulingTerms("LOCKED", "END_OF_MONTH", 15),
        ValidReferrals = [new ValidReferral("CLICKS", 30, "DAY")],
    };
}
