using System.Globalization;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Json;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Mapping;

/// <summary>
/// Fits commission terms to what the target's contracts can hold. What does not fit is changed as little as possible and
/// named as a loss; whether a loss blocks is not decided here.
/// </summary>
internal sealed class TermFitter(TermExpressiveness target, ICollection<Loss> losses)
{
    /// <summary>The terms as the target can hold them; those that it cannot hold at all are left out.</summary>
    public ValueList<CommissionTerm> Fit(ValueList<CommissionTerm> terms, string path = "terms")
    {
        var fitted = new List<CommissionTerm>(terms.Count);
        for (var index = 0; index < terms.Count; index++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]");
            if (ScopeFits(terms[index], at) && Fit(terms[index], at) is { } term)
            {
                fitted.Add(term);
            }
        }

        return fitted.ToValueList();
    }

    private bool ScopeFits(CommissionTerm term, string at)
    {
        var foreign = term.Scope.Conditions
            .Where(condition => !target.ScopeFields.Contains(condition.Field))
            .Select(condition => condition.NativeField ?? condition.Field.ToString())
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (foreign.Count == 0)
        {
            return true;
        }

        Lose(LossCodes.ScopeUnsupported, Fidelity.Dropped, at + ".scope", $"The target has no condition on {string.Join(" or ", foreign)}; what it applied to earns the general rate.");
        return false;
    }

    private CommissionTerm? Fit(CommissionTerm term, string at) => term.Match(
        percent => Holds("percentOfSale", LossCodes.PercentUnsupported, at) ? percent with { Rate = Round(percent.Rate, at + ".rate") } : null,
        flat => Holds("flatPerAction", LossCodes.FlatUnsupported, at) ? flat with { Amount = Round(flat.Amount, at + ".amount") } : null,
        tiered => Fit(tiered, at),
        recurring => Holds("recurring", LossCodes.RecurringUnsupported, at) ? recurring with { Amount = Round(recurring.Amount, at + ".amount") } : null,
        bonus => Fit(bonus, at),
        cap => Holds("cap", LossCodes.CapUnsupported, at) ? cap with { Payout = cap.Payout is { } payout ? Round(payout, at + ".payout") : null } : null,
        box => Holds("timeBoxed", LossCodes.TimeBoxUnsupported, at) ? box with { Terms = Fit(box.Terms, at + ".terms") } : null,
        fee => Holds("slottingFee", LossCodes.SlottingFeeUnsupported, at) ? fee with { Amount = Round(fee.Amount, at + ".amount") } : (CommissionTerm?)null);

    private CommissionTerm? Fit(Tiered tiered, string at)
    {
        if (!target.Kinds.Contains("tiered"))
        {
            return Lowest(tiered, at, LossCodes.TieringUnsupported, "The target has no tiers");
        }

        if (!target.TierBases.Contains(tiered.Basis))
        {
            return Lowest(tiered, at, LossCodes.TierBasisUnsupported, $"The target's tiers cannot count {Words(tiered.Basis)}");
        }

        var tiers = tiered.Tiers;
        if (tiers.Count > target.MaxTiers)
        {
            var kept = tiers.Take(target.MaxTiers.Value).ToList();
            Lose(LossCodes.TierCountExceeded, Fidelity.Degraded, at + ".tiers", $"The target holds {target.MaxTiers} tiers; from {Number(tiers[target.MaxTiers.Value].From)} on, {string.Join(", ", tiers.Skip(kept.Count).Select(tier => tier.Amount))} is lost.");
            kept[^1] = kept[^1] with { UpTo = null };
            tiers = kept.ToValueList();
        }

        return tiered with
        {
            Mode = Mode(tiered, at),
            Tiers = tiers.Select((tier, index) => tier with { Amount = Round(tier.Amount, string.Create(CultureInfo.InvariantCulture, $"{at}.tiers[{index}].amount")) }).ToValueList(),
        };
    }

    private TierMode Mode(Tiered tiered, string at)
    {
        if (tiered.Basis == TierBasis.OrderValue || target.TierModes.Contains(tiered.Mode))
        {
            return tiered.Mode;
        }

        var held = target.TierModes.Count > 0 ? target.TierModes[0] : TierMode.Undeclared;
        Lose(LossCodes.TierModeUnsupported, Fidelity.Degraded, at + ".mode", $"The source's tiers are {Words(tiered.Mode)}, the target's {Words(held)}.");
        return held;
    }

    /// <summary>A tiered term as its lowest tier: the partner earns less, never more than was agreed.</summary>
    private CommissionTerm? Lowest(Tiered tiered, string at, string code, string reason)
    {
        if (tiered.Tiers.Count == 0)
        {
            Lose(code, Fidelity.Dropped, at, reason + ".");
            return null;
        }

        var amount = tiered.Tiers[0].Amount;
        Lose(code, Fidelity.Degraded, at + ".tiers", $"{reason}; everything would earn the lowest tier, {amount}, instead of up to {tiered.Tiers[^1].Amount}.");
        CommissionTerm term = amount.Rate is { } rate
            ? new PercentOfSale { Scope = tiered.Scope, Action = tiered.Action, EventType = tiered.EventType, Level = tiered.Level, Rate = rate }
            : new FlatPerAction { Scope = tiered.Scope, Action = tiered.Action, EventType = tiered.EventType, Level = tiered.Level, Amount = amount.Flat!.Value };
        return Fit(term, at);
    }

    private Bonus? Fit(Bonus bonus, string at)
    {
        if (!Holds("bonus", LossCodes.BonusUnsupported, at))
        {
            return null;
        }

        if (!target.TierBases.Contains(bonus.Basis))
        {
            Lose(LossCodes.BonusUnsupported, Fidelity.Dropped, at, $"The target's bonuses cannot count {Words(bonus.Basis)}.");
            return null;
        }

        return bonus with { Amount = Round(bonus.Amount, at + ".amount") };
    }

    private bool Holds(string kind, string code, string at)
    {
        if (target.Kinds.Contains(kind))
        {
            return true;
        }

        Lose(code, Fidelity.Dropped, at, LossCodes.Meanings[code]);
        return false;
    }

    private CommissionAmount Round(CommissionAmount amount, string at) =>
        amount.Rate is { } rate ? CommissionAmount.Of(Round(rate, at))
        : amount.Flat is { } flat ? CommissionAmount.Of(Round(flat, at))
        : amount;

    private Rate Round(Rate rate, string at)
    {
        var rounded = Rate.FromPercent(decimal.Round(rate.ToPercent(), target.PercentDecimals, MidpointRounding.AwayFromZero));
        if (rounded != rate)
        {
            Lose(LossCodes.PrecisionExceeded, Fidelity.Degraded, at, $"The target holds {target.PercentDecimals} decimals of a percent: {rate} becomes {rounded}.");
        }

        return rounded;
    }

    private Money Round(Money amount, string at)
    {
        var rounded = amount with { Amount = decimal.Round(amount.Amount, target.AmountDecimals ?? amount.Currency.MinorUnits, MidpointRounding.AwayFromZero) };
        if (rounded != amount)
        {
            Lose(LossCodes.PrecisionExceeded, Fidelity.Degraded, at, $"The amount is finer than the target holds: {amount} becomes {rounded}.");
        }

        return rounded;
    }

    private void Lose(string code, Fidelity fidelity, string path, string message) =>
        losses.Add(new Loss { Code = code, Fidelity = fidelity, Path = path, Message = message });

    private static string Number(decimal value) => CanonicalDecimalConverter.Format(value);

    private static string Words(TierBasis basis) => basis switch
    {
        TierBasis.OrderValue => "the value of the single order",
        TierBasis.PeriodRevenue => "the revenue of a period",
        TierBasis.PeriodCount => "the actions of a period",
        _ => "what nobody has declared",
    };

    private static string Words(TierMode mode) => mode switch
    {
        TierMode.Marginal => "marginal (a tier pays what lies above its threshold)",
        TierMode.Retroactive => "retroactive (a reached tier pays the whole period)",
        _ => "not declared",
    };
}
