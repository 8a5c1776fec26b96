using Bridge.Simulation.Impact.Objects;
using Bridge.Simulation.Impact.Terms;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Demo;

/// <summary>What an offer of one plain percentage looks like on impact.com when a person has built it there.</summary>
public static class DemoTerms
{
    /// <summary>
    /// Rate as the default payout, return days as the click window, update window as the days until an action locks; null for
    /// an offer with steps, conditions or flat amounts.
    /// </summary>
    public static TemplateTerms? Of(RakutenOffer offer, EventType sale)
    {
        if (offer.Rules is not [{ CommissionType: RakutenCommissionType.Percentage, Condition: null, IsFirstClick: false, Tiers: [var tier] }])
            return null;

        return new TemplateTerms
        {
            Name = $"{offer.Name} ({offer.Goid})",
            Currency = offer.Currency,
            EventPayouts =
            [
                new EventPayout
                {
                    EventTypeId = sale.Id,
                    EventTypeName = sale.Name,
                    EventCategory = sale.Category,
                    DefaultPayoutRate = tier.Commission,
                    PayoutLevel = "ORDER",
                    Locking = new LockingTerms("TRACKED", "DAY", null, offer.UpdateWindow, null),
                    ValidReferrals = [new ValidReferral("CLICKS", offer.ReturnDays, "DAY")],
                },
            ],
        };
    }
}
