using System.Globalization;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Json;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>The event payout of all terms of one event type: the counterpart of <see cref="PayoutReading"/>.</summary>
/// <param name="eventType">Event type id; null when the person picks the event type by its category.</param>
/// <param name="action">What is paid for.</param>
/// <param name="terms">Terms in order of evaluation.</param>
/// <param name="contract">The contract they stand in: windows, locks and schedules are per event on impact.com.</param>
/// <param name="manual">Takes what the event payout cannot hold.</param>
internal sealed class PayoutWriting(string? eventType, ActionKind action, IReadOnlyList<CommissionTerm> terms, Contract contract, List<string> manual)
{
    private readonly List<WirePayoutGroup> groups = [];
    private readonly List<WireLimit> limits = [];
    private readonly List<Bonus> bonuses = [];
    private CommissionAmount? standard;
    private bool unscopedTiers;

    public WireEventPayout Payout()
    {
        foreach (var term in terms.OrderBy(term => term is Cap))
        {
            Place(term);
        }

        var level = terms.Select(LevelOf).FirstOrDefault(one => one is not null) ?? PayoutLevel.Unknown;
        if (terms.Select(LevelOf).OfType<PayoutLevel>().Distinct().Count() > 1)
        {
            manual.Add("The terms mix payout per order and per item; impact.com has one level per event type: use two event types.");
        }

        return new WireEventPayout
        {
            EventTypeId = eventType,
            EventCategory = TermFrame.CategoryOf(action),
            DefaultPayout = standard?.Flat?.Amount,
            DefaultPayoutRate = standard is null ? 0 : Percent(standard),
            PayoutLevel = TermFrame.LevelOf(action, level),
            PayoutGroups = groups.OrderBy(group => group.Rules.Count == 0).Select((group, index) => group with { Rank = index + 1 }).ToValueList(),
            Limits = limits.ToValueList(),
            PerformanceBonus = PerformanceBonus(),
            Locking = ScheduleTranslator.Write(contract.Locking),
            PayoutScheduling = ScheduleTranslator.Write(contract.Payout),
            CreditPolicy = ScheduleTranslator.WriteCredit(contract.Attribution),
            ValidReferrals = ScheduleTranslator.Write(contract.Windows),
        };
    }

    private static PayoutLevel? LevelOf(CommissionTerm term) => term switch
    {
        PercentOfSale percent => percent.Level,
        FlatPerAction flat => flat.Level,
        Tiered tiered => tiered.Level,
        _ => null,
    };

    private void Place(CommissionTerm term)
    {
        switch (term)
        {
            case PercentOfSale percent:
                Place(term.Scope, CommissionAmount.Of(percent.Rate));
                break;
            case FlatPerAction flat:
                Place(term.Scope, CommissionAmount.Of(flat.Amount));
                break;
            case Tiered tiered:
                Place(tiered);
                break;
            case Bonus bonus:
                bonuses.Add(bonus);
                break;
            case Cap cap:
                Place(cap);
                break;
            case Recurring recurring:
                manual.Add($"Recurring commission ({recurring.Amount} on each payment, {(recurring.Periods is { } periods ? $"{periods} payments" : "for the customer's lifetime")}): the field is not published. Set the number of recurrences on a child event type by hand.");
                break;
        }
    }

    private void Place(TermScope scope, CommissionAmount amount)
    {
        if (scope.IsAll())
        {
            if (standard is null && !unscopedTiers)
            {
                standard = amount;
            }
            else
            {
                manual.Add($"A second payout for everything ({amount}) can never apply on impact.com: decide which one holds.");
            }

            return;
        }

        groups.Add(new WirePayoutGroup { Rules = RuleTranslator.Write(scope), Payout = amount.Flat?.Amount, PayoutRate = Percent(amount) });
    }

    private void Place(Tiered tiered)
    {
        if (tiered.Basis is not (TierBasis.PeriodRevenue or TierBasis.PeriodCount) || tiered.Mode == TierMode.Retroactive)
        {
            manual.Add($"Tiers by {tiered.Basis}, {tiered.Mode}, have no form in payout groups: {string.Join(", ", tiered.Tiers.Select(tier => $"from {tier.From} {tier.Amount}"))}.");
            return;
        }

        if (tiered.Scope.IsAll() && (standard is not null || unscopedTiers))
        {
            manual.Add("Tiers for everything stand beside another payout for everything: decide which one holds.");
            return;
        }

        var below = tiered.Tiers[0].From == 0 ? tiered.Tiers[0].Amount : null;
        groups.Add(new WirePayoutGroup
        {
            Rules = RuleTranslator.Write(tiered.Scope),
            Payout = below?.Flat?.Amount,
            PayoutRate = Percent(below),
            Tiers = tiered.Tiers.Where(tier => tier.From > 0).Select(tier => Tier(tiered.Basis, tier.From, tier.Amount)).ToValueList(),
        });
        if (tiered.Scope.IsAll())
        {
            unscopedTiers = true;
            standard = below;
        }
    }

    private void Place(Cap cap)
    {
        if (LimitTranslator.Write(cap) is not { } limit)
        {
            manual.Add($"A cap of {cap.Target} has no limit on impact.com.");
            return;
        }

        if (cap.Scope.IsAll())
        {
            limits.Add(limit);
            return;
        }

        var rules = RuleTranslator.Write(cap.Scope);
        var index = groups.FindIndex(group => group.Rules.Equals(rules));
        if (index < 0)
        {
            manual.Add($"A cap of {cap.Target} belongs to a condition that no payout has.");
            return;
        }

        groups[index] = groups[index] with { Limits = [.. groups[index].Limits, limit] };
    }

    private WirePerformanceBonus? PerformanceBonus()
    {
        var held = bonuses.Where(bonus => bonus is { OnEachFollowingAction: true, Basis: TierBasis.PeriodRevenue or TierBasis.PeriodCount } && bonus.Scope.IsAll()).ToList();
        var same = held.Where(bonus => bonus.Basis == held[0].Basis && bonus.Period == held[0].Period).ToList();
        foreach (var bonus in bonuses.Except(same))
        {
            manual.Add($"A bonus of {bonus.Amount} from {bonus.Threshold} ({bonus.Basis}, {bonus.Period}) is paid {(bonus.OnEachFollowingAction ? "on each following action" : "once")}: an event type has one performance bonus, for following actions. Pay it by hand.");
        }

        return same.Count == 0 ? null : new WirePerformanceBonus
        {
            Type = "SUBSEQUENT_ACTIONS",
            Basis = same[0].Basis == TierBasis.PeriodRevenue ? "REVENUE" : "ACTIONS",
            Period = PeriodWords.Write(same[0].Period) is { } period ? "CALENDAR_" + period : null,
            Tiers = same.Select(bonus => Tier(bonus.Basis, bonus.Threshold, bonus.Amount)).ToValueList(),
        };
    }

    /// <summary>The percent number without trailing zeros: 0.075 is 7.5.</summary>
    private static decimal? Percent(CommissionAmount? amount) =>
        amount?.Rate is { } rate ? decimal.Parse(CanonicalDecimalConverter.Format(rate.ToPercent()), CultureInfo.InvariantCulture) : null;

    private static WireTier Tier(TierBasis basis, decimal threshold, CommissionAmount amount) => new()
    {
        RevenueThreshold = basis == TierBasis.PeriodRevenue ? threshold : null,
        ActionThreshold = basis == TierBasis.PeriodCount ? threshold : null,
        Payout = amount.Flat?.Amount,
        PayoutRate = Percent(amount),
    };
}
