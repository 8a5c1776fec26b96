using Bridge.Simulation.Impact.Api;
using Bridge.Simulation.Impact.Terms;

namespace Bridge.Simulation.Impact.Endpoints;

/// <summary>The event payout object inside terms.</summary>
internal static class PayoutJson
{
    public static void Write(ApiJson json, EventPayout payout)
    {
        json.Id("EventTypeId", payout.EventTypeId);
        json.Text("EventTypeName", payout.EventTypeName);
        json.Text("EventCategory", payout.EventCategory);
        json.Money("DefaultPayout", payout.DefaultPayout);
        json.Number("DefaultPayoutRate", payout.DefaultPayoutRate);
        json.Text("PayoutLevel", payout.PayoutLevel);
        json.Array("PayoutGroups", payout.PayoutGroups, group => Group(json, group));
        json.Array("Limits", payout.Limits, limit => Limit(json, limit));
        if (payout.PerformanceBonus is { } bonus)
            json.Object("PerformanceBonus", () => Bonus(json, bonus));
        if (payout.Locking is { } locking)
            json.Object("Locking", () => Locking(json, locking));
        if (payout.PayoutScheduling is { } scheduling)
            json.Object("PayoutScheduling", () => Scheduling(json, scheduling));
        json.Text("CreditPolicy", payout.CreditPolicy);
        json.Array("ValidReferrals", payout.ValidReferrals, referral =>
        {
            json.Text("Type", referral.Type);
            json.Number("Window", referral.Window);
            json.Text("WindowUnit", referral.WindowUnit);
        });
    }

    private static void Group(ApiJson json, PayoutGroup group)
    {
        json.Text("Id", group.Id);
        json.Number("Rank", group.Rank);
        json.Array("Rules", group.Rules, rule =>
        {
            json.Text("Variable", rule.Variable);
            json.Text("Operator", rule.Operator);
            json.Texts("Values", rule.Values);
            if (rule.ExceptionListName is { } list)
                json.Text("ExceptionListName", list);
        });
        json.Money("Payout", group.Payout);
        json.Number("PayoutRate", group.PayoutRate);
        json.Array("Limits", group.Limits, limit => Limit(json, limit));
        json.Array("Tiers", group.Tiers, tier => Tier(json, tier));
    }

    private static void Tier(ApiJson json, PayoutTier tier)
    {
        json.Number("ActionThreshold", tier.ActionThreshold);
        json.Money("RevenueThreshold", tier.RevenueThreshold);
        json.Money("Payout", tier.Payout);
        json.Number("PayoutRate", tier.PayoutRate);
    }

    private static void Limit(ApiJson json, PayoutLimit limit)
    {
        json.Text("Type", limit.Type);
        json.Text("Subtype", limit.Subtype);
        json.Number("Value", limit.Value);
        json.Text("LimitBy", limit.LimitBy);
        json.Text("Period", limit.Period);
    }

    private static void Bonus(ApiJson json, PerformanceBonus bonus)
    {
        json.Text("Type", bonus.Type);
        json.Text("Basis", bonus.Basis);
        json.Text("Period", bonus.Period);
        json.Array("Tiers", bonus.Tiers, tier => Tier(json, tier));
    }

    private static void Locking(ApiJson json, LockingTerms locking)
    {
        json.Text("Basis", locking.Basis);
        json.Text("Period", locking.Period);
        json.Number("MonthOffset", locking.MonthOffset);
        json.Number("DayOffset", locking.DayOffset);
        json.Number("DayOfMonth", locking.DayOfMonth);
    }

    private static void Scheduling(ApiJson json, SchedulingTerms scheduling)
    {
        json.Text("Basis", scheduling.Basis);
        json.Text("Period", scheduling.Period);
        json.Number("DayOffset", scheduling.DayOffset);
    }
}
