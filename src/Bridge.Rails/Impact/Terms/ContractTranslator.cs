using System.Text.Json;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Rails.Impact.Wire;

namespace Bridge.Rails.Impact.Terms;

/// <summary>A contract as impact.com shows it, in canonical terms. Pure; what is not held is said.</summary>
internal static class ContractTranslator
{
    /// <param name="wire">The contract.</param>
    /// <param name="pass">Status that was asked for: the description lists only two for the object itself.</param>
    /// <param name="losses">Takes what is not held.</param>
    public static Contract Read(WireContract wire, string pass, LossLog losses)
    {
        var terms = wire.TemplateTerms ?? new WireTemplateTerms();
        var currency = ReadCurrency(terms.Currency, losses);
        var native = ImpactWords.ContractStatus(wire.Status) == ContractStatus.Unknown ? pass : wire.Status!;
        List<CommissionTerm> all = [.. Payouts(terms.EventPayouts, currency, "terms", losses), .. Whole(terms, currency, losses)];
        all.AddRange(Scheduled(wire.ScheduledTerms, currency, "scheduledTerms", losses));
        all.AddRange(Scheduled(wire.CampaignTerms, currency, "campaignTerms", losses));
        Others(terms, losses);
        return new Contract
        {
            Id = new ContractId(wire.Id!),
            Partner = new PartnerId(wire.PartnerId!),
            Name = terms.Name ?? wire.Id!,
            TemplateId = terms.TemplateId,
            Status = ImpactWords.ContractStatus(native),
            NativeStatus = native,
            StartsAt = ImpactTime.Read(wire.StartDate, "startsAt", losses),
            EndsAt = ImpactTime.Read(wire.EndDate, "endsAt", losses),
            Currency = currency,
            Terms = all.ToValueList(),
            Windows = First(terms.EventPayouts.Select(payout => ScheduleTranslator.Read(payout.ValidReferrals, "windows", losses)), "windows", losses),
            Locking = First(terms.EventPayouts.Select(payout => ScheduleTranslator.Read(payout.Locking, "locking", losses)), "locking", losses),
            Payout = First(terms.EventPayouts.Select(payout => ScheduleTranslator.Read(payout.PayoutScheduling, "payout", losses)), "payout", losses),
            Attribution = Credit(terms.EventPayouts, losses),
            Clawback = Clawback(terms, losses),
        };
    }

    private static IEnumerable<CommissionTerm> Payouts(ValueList<WireEventPayout> payouts, Currency? currency, string path, LossLog losses) =>
        payouts.SelectMany((payout, index) => new PayoutReading(payout, currency, $"{path}[{index}]", losses).Terms());

    /// <summary>Windows, locks and payout belong to the contract here and to each event there: the first event speaks, others that differ are said.</summary>
    private static T? First<T>(IEnumerable<T?> values, string path, LossLog losses)
        where T : class
    {
        var distinct = values.OfType<T>().Distinct().ToList();
        if (distinct.Count > 1)
        {
            losses.Degraded("DiffersByEvent", path, $"The events of the contract differ in '{path}'; the first one is held.");
        }

        return distinct.FirstOrDefault();
    }

    private static AttributionRule? Credit(ValueList<WireEventPayout> payouts, LossLog losses)
    {
        var policy = First(payouts.Select(payout => payout.CreditPolicy), "attribution", losses);
        return ScheduleTranslator.ReadCredit(policy, "attribution", losses);
    }

    private static IEnumerable<CommissionTerm> Whole(WireTemplateTerms terms, Currency? currency, LossLog losses)
    {
        if (terms.ActionLimit is { } actions and > 0)
        {
            yield return new Cap
            {
                Action = ActionKind.Unknown,
                Target = CapTarget.ActionsPerPartner,
                Actions = decimal.ToInt64(actions),
                Period = PeriodWords.Read(terms.ActionLimitPeriod) ?? TermPeriod.None,
            };
        }

        if (currency is not { } known)
        {
            yield break;
        }

        if (terms.SpendLimit is { } spend and > 0)
        {
            yield return new Cap
            {
                Target = CapTarget.SpendPerProgram,
                Payout = new Money(spend, known),
                Period = PeriodWords.Read(terms.SpendLimitPeriod) ?? TermPeriod.None,
            };
        }

        foreach (var (fee, trigger) in new[]
        {
            (terms.ContractStartSlottingFee, SlottingFeeTrigger.ContractStart),
            (terms.FirstActionSlottingFee, SlottingFeeTrigger.FirstAction),
            (terms.MonthlySlottingFee, SlottingFeeTrigger.Monthly),
        })
        {
            if (fee is { } amount and > 0)
            {
                yield return new SlottingFee { Trigger = trigger, Amount = new Money(amount, known) };
            }
        }
    }

    private static IEnumerable<TimeBoxed> Scheduled(ValueList<WireScheduledTerm> scheduled, Currency? currency, string path, LossLog losses)
    {
        for (var index = 0; index < scheduled.Count; index++)
        {
            var (one, at) = (scheduled[index], $"{path}[{index}]");
            if (one.Status?.ToUpperInvariant() is "DECLINED" or "EXPIRED")
            {
                losses.Dropped("ScheduledTermsOver", at, $"Scheduled terms with the status {one.Status} are in the raw record only.");
                continue;
            }

            if (ImpactTime.Read(one.StartDate, at + ".from", losses) is not { } from)
            {
                losses.Dropped("ScheduledTermsWithoutStart", at, "Scheduled terms name no start.");
                continue;
            }

            if (one.Repeat is { ValueKind: JsonValueKind.Object } repeat && repeat.EnumerateObject().Any())
            {
                losses.Degraded("ScheduledTermsRepeat", at, "Scheduled terms hold on some days or hours only; the canonical form holds the whole time.");
            }

            yield return new TimeBoxed
            {
                From = from,
                Until = Until(ImpactTime.Read(one.EndDate, at + ".until", losses)),
                Name = one.Name,
                Terms = Payouts(one.EventPayouts, currency, at + ".terms", losses).ToValueList(),
            };
        }
    }

    /// <summary>impact.com names the last second (23:59:59), the canonical end is exclusive.</summary>
    private static DateTimeOffset? Until(DateTimeOffset? end) => end is { Second: 59 } last ? last.AddSeconds(1) : end;

    private static ClawbackPolicy? Clawback(WireTemplateTerms terms, LossLog losses)
    {
        if (terms.MaxReturnPercentage is not (null or 0 or 100))
        {
            losses.Dropped("MaxReturnPercentage", "clawback", "The share of returns is limited; the limit is in the raw record only.");
        }

        switch (terms.ReturnPolicy?.ToUpperInvariant())
        {
            case null:
                return null;
            case "ALWAYS_OK":
                return new ClawbackPolicy { OnChurn = ClawbackOnChurn.Unknown, OnReturn = true };
            case "NO_RETURNS":
                return new ClawbackPolicy { OnChurn = ClawbackOnChurn.Unknown, OnReturn = false };
            default:
                losses.Dropped("ReturnPolicyUnknown", "clawback", $"impact.com's return policy is '{terms.ReturnPolicy}', which Bridge does not know.");
                return null;
        }
    }

    private static Currency? ReadCurrency(string? code, LossLog losses)
    {
        if (Currency.TryParse(code, out var currency))
        {
            return currency;
        }

        if (code is not null)
        {
            losses.Dropped("CurrencyUnknown", "currency", $"'{code}' is not an ISO 4217 currency.");
        }

        return null;
    }

    private static void Others(WireTemplateTerms terms, LossLog losses)
    {
        if (terms.PromotionalTerms.Count > 0)
        {
            losses.Dropped("PromotionalTerms", "terms", $"{terms.PromotionalTerms.Count} texts about how to promote are in the raw record only.");
        }

        if (terms.MinEarningPerClick is { } minimum and > 0)
        {
            losses.Dropped("MinEarningPerClick", "terms", $"A minimum of {minimum} per click is guaranteed; it is in the raw record only.");
        }

        if (terms.Others?.TryGetValue("SpecialTermsList", out var special) == true && special.ToString() is not ("" or "[]" or "{}"))
        {
            losses.Dropped("SpecialTerms", "terms", "Special terms are in the raw record only.");
        }
    }
}
