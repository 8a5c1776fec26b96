using System.Globalization;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Money;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>
/// Terms of one event type, in impact.com's order of evaluation: restrictions, payout groups by rank (the first match wins),
/// the default, then bonuses and caps.
/// </summary>
/// <param name="payout">The event payout.</param>
/// <param name="currency">Currency of the terms.</param>
/// <param name="path">Where it stands, for losses.</param>
/// <param name="losses">Takes what is not held.</param>
internal sealed class PayoutReading(WireEventPayout payout, Currency? currency, string path, LossLog losses)
{
    private readonly TermFrame frame = TermFrame.Of(payout, currency);

    public IReadOnlyList<CommissionTerm> Terms()
    {
        var groups = payout.PayoutGroups.OrderBy(group => group.Rank ?? decimal.MaxValue).ToList();
        List<CommissionTerm> terms = [.. payout.PayoutRestrictions.Select((restriction, index) => Restriction(restriction, index))];
        var limits = new List<CommissionTerm>();
        foreach (var group in groups)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}.payoutGroups[{group.Rank}]");
            var scope = RuleTranslator.Read(group.Rules, group.Rules.Count == 0 ? null : (int?)group.Rank, at + ".scope", losses);
            if (Group(group, scope, at) is { } term)
            {
                terms.Add(term);
            }

            limits.AddRange(Limits(group.Limits, scope, at));
        }

        // Behind a group without rules the default never applies; a default of nothing beside groups says nothing.
        var standard = frame.Amount(payout.DefaultPayoutRate, payout.DefaultPayout, path, losses);
        if (standard is not null && groups.All(group => group.Rules.Count > 0) && (groups.Count == 0 || !IsNothing(standard)))
        {
            terms.Add(Flat(standard, TermScope.All));
        }

        Adjustments();
        return [.. terms, .. Bonuses(), .. limits, .. Limits(payout.Limits, TermScope.All, path)];
    }

    private static bool IsNothing(CommissionAmount amount) => amount.Rate is { Fraction: 0 } || amount.Flat is { Amount: 0 };

    private PercentOfSale Restriction(WirePayoutRestriction restriction, int index) => new()
    {
        Scope = RuleTranslator.Read(restriction.Rules, 0, $"{path}.payoutRestrictions[{index}].scope", losses),
        Action = frame.Action,
        EventType = frame.EventType,
        Rate = new Rate(0),
        Level = frame.Level,
    };

    private CommissionTerm Flat(CommissionAmount amount, TermScope scope) => amount.Rate is { } rate
        ? new PercentOfSale { Scope = scope, Action = frame.Action, EventType = frame.EventType, Rate = rate, Level = frame.Level }
        : new FlatPerAction { Scope = scope, Action = frame.Action, EventType = frame.EventType, Amount = amount.Flat!.Value, Level = frame.Level };

    private CommissionTerm? Group(WirePayoutGroup group, TermScope scope, string at)
    {
        var amount = frame.Amount(group.PayoutRate, group.Payout, at, losses);
        if (group.Tiers.Count > 0)
        {
            return Tiers(group, amount, scope, at);
        }

        if (amount is null)
        {
            losses.Dropped("GroupWithoutPayout", at, "A payout group names no payout.");
            return null;
        }

        return Flat(amount, scope);
    }

    private Tiered? Tiers(WirePayoutGroup group, CommissionAmount? amount, TermScope scope, string at)
    {
        var byRevenue = group.Tiers.All(tier => tier.RevenueThreshold is not null);
        if (!byRevenue && !group.Tiers.All(tier => tier.ActionThreshold is not null))
        {
            losses.Dropped("TierBasesMixed", at, "The tiers of a payout group count both revenue and actions.");
            return null;
        }

        if (group.Tiers.Any(tier => tier.ParentTier is not null))
        {
            losses.Degraded("NestedTiers", at, "Tiers are nested in others; they were read as one row.");
        }

        var steps = group.Tiers
            .Select(tier => (From: (byRevenue ? tier.RevenueThreshold : tier.ActionThreshold)!.Value, Amount: frame.Amount(tier.PayoutRate, tier.Payout, at, losses)))
            .OrderBy(step => step.From)
            .ToList();
        var below = amount ?? (group.Rules.Count == 0 ? frame.Amount(payout.DefaultPayoutRate, payout.DefaultPayout, path, new LossLog()) : null);
        if (below is not null && steps[0].From > 0 && !(IsNothing(below) && amount is null))
        {
            steps.Insert(0, (0, below));
        }

        if (steps.Any(step => step.Amount is null))
        {
            losses.Dropped("TierWithoutPayout", at, "A tier names no payout.");
            return null;
        }

        return new Tiered
        {
            Scope = scope,
            Action = frame.Action,
            EventType = frame.EventType,
            Level = frame.Level,
            Basis = byRevenue ? TierBasis.PeriodRevenue : TierBasis.PeriodCount,
            Period = TermPeriod.Month,
            Mode = TierMode.Marginal,
            Tiers = steps.Select((step, index) => new Tier(step.From, index + 1 < steps.Count ? steps[index + 1].From : null, step.Amount!)).ToValueList(),
        };
    }

    private IEnumerable<Bonus> Bonuses()
    {
        if (payout.PerformanceBonus is not { Tiers.Count: > 0 } bonus)
        {
            yield break;
        }

        var basis = bonus.Basis?.ToUpperInvariant() switch
        {
            "REVENUE" => TierBasis.PeriodRevenue,
            "ACTIONS" => TierBasis.PeriodCount,
            _ => TierBasis.Undeclared,
        };
        var period = PeriodWords.Read(bonus.Period);
        var following = string.Equals(bonus.Type, "SUBSEQUENT_ACTIONS", StringComparison.OrdinalIgnoreCase);
        foreach (var tier in bonus.Tiers)
        {
            var amount = frame.Amount(tier.PayoutRate, tier.Payout, path + ".performanceBonus", losses);
            if (amount is null || IsNothing(amount))
            {
                continue;
            }

            if (!following || basis == TierBasis.Undeclared || period is null)
            {
                losses.Degraded("BonusNotHeld", path + ".performanceBonus", $"A bonus of type '{bonus.Type}' by '{bonus.Basis}' in '{bonus.Period}' pays more than the canonical form says.");
            }

            yield return new Bonus
            {
                Action = frame.Action,
                EventType = frame.EventType,
                Basis = basis,
                Period = period ?? TermPeriod.None,
                Threshold = tier.RevenueThreshold ?? tier.ActionThreshold ?? 0,
                Amount = amount,
                OnEachFollowingAction = following,
            };
        }
    }

    private IEnumerable<Cap> Limits(ValueList<WireLimit> limits, TermScope scope, string at) =>
        limits.Select((limit, index) => LimitTranslator.Read(limit, frame, scope, $"{at}.limits[{index}]", losses)).OfType<Cap>();

    private void Adjustments()
    {
        if (payout.PayoutAdjustments.Any(adjustment => adjustment.Rate is not (null or 0) || adjustment.Amount is not (null or 0)))
        {
            losses.Dropped("PayoutAdjustments", path + ".payoutAdjustments", "Adjustments raise or lower the payout under conditions; they are in the raw record only.");
        }

        if (payout.LocationRequirementType is not null)
        {
            losses.Dropped("LocationRequirement", path + ".locationRequirementType", "Actions must come from some countries; the requirement is in the raw record only.");
        }
    }
}
