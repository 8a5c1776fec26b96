using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Terms;

/// <summary>
/// Offers as contract terms. Whatever Rakuten leaves open stays open: a threshold without basis is "undeclared", a word that is
/// not known stops the offer's contracts instead of being guessed.
/// </summary>
internal sealed class TermTranslator(Currency programCurrency, CommissioningLists lists)
{
    /// <summary>The contract of every holder of an offer.</summary>
    public OfferTerms Translate(Offer offer)
    {
        var work = new Work(offer);
        var currency = programCurrency;
        if (offer.Currency is not null && !Currency.TryParse(offer.Currency, out currency))
        {
            currency = programCurrency;
            work.Stop("BRG-RKT-041", $"currency '{offer.Currency}' is not an ISO 4217 code");
        }

        foreach (var gap in offer.Gaps)
        {
            work.Stop("BRG-RKT-041", gap);
        }

        if (offer is { TrueLock: true, UpdateWindow: not null })
        {
            work.Note("BRG-RKT-045", Severity.Note, "TrueLock", "TrueLock is read as: transactions freeze at the end of the update window. Rakuten does not publish its meaning.", "Ask the Rakuten account manager if the locking rule matters to you.");
        }

        var terms = offer.Rules.Select(rule => Term(rule, currency, work)).OfType<CommissionTerm>().ToValueList();
        if (terms.Count == 0)
        {
            work.Stop("BRG-RKT-041", "it has no rule that can be read");
        }

        var contract = new Contract
        {
            Id = new ContractId(offer.Goid),
            Partner = new PartnerId(""),
            Name = $"{offer.Number} {offer.Name}",
            TemplateId = offer.Goid,
            TemplateKind = offer.Type,
            Status = RakutenTranslator.OfferStatus(offer.Status),
            NativeStatus = offer.Status,
            EndsAt = offer.End,
            StartsAt = offer.IsSpecial ? offer.Start : null,
            Currency = currency,
            Terms = terms,
            Windows = offer.ReturnDays is { } days ? new ReferralWindows { Click = TimeSpan.FromDays(days) } : null,
            Locking = offer.UpdateWindow is { } window ? new LockingRule { Basis = LockBasis.Tracked, Days = window } : null,
            Attribution = Attribution(offer, work),
            AutoRenews = offer.AutoRenew,
        };
        return new OfferTerms(offer, contract, work.Losses, work.Findings, work.Obstacle);
    }

    private CommissionTerm? Term(OfferRule rule, Currency currency, Work work)
    {
        var scope = Scope(rule, work);
        var tiers = new List<Tier>(rule.Tiers.Count);
        foreach (var tier in rule.Tiers)
        {
            if (Amount(rule, tier, currency) is not { } amount)
            {
                work.Stop("BRG-RKT-041", $"rule {rule.Oid}: commission type '{rule.CommissionType}' is not known");
                return null;
            }

            tiers.Add(new Tier(tier.Threshold ?? 0, tier.UpperThreshold, amount));
        }

        if (tiers.Count == 0 || !Ascend(tiers))
        {
            work.Stop("BRG-RKT-041", $"rule {rule.Oid}: its tiers leave a gap or overlap; each upper threshold must be the next tier's threshold, the top one blank");
            return null;
        }

        if (tiers is [{ From: 0, UpTo: null } only])
        {
            return only.Amount.Rate is { } rate
                ? new PercentOfSale { Rate = rate, Level = PayoutLevel.Unknown, Scope = scope }
                : new FlatPerAction { Amount = only.Amount.Flat!.Value, Level = PayoutLevel.Unknown, Scope = scope };
        }

        return Tiers(rule, scope, tiers, work);
    }

    private static Tiered? Tiers(OfferRule rule, TermScope scope, List<Tier> tiers, Work work)
    {
        if (RakutenTranslator.Basis(rule.ThresholdBasis) is not { } basis)
        {
            work.Stop("BRG-RKT-041", $"rule {rule.Oid}: threshold basis '{rule.ThresholdBasis}' is not one of order value, period revenue, period count");
            return null;
        }

        if (basis == TierBasis.Undeclared)
        {
            work.Note("BRG-RKT-043", Severity.Warning, rule.Oid, $"Rule {rule.Oid} has thresholds, and nothing says what they count.", "Fill in 'Threshold Basis' in the offer sheet, or decide it in the mapping profile.");
        }

        var perPeriod = basis is TierBasis.PeriodRevenue or TierBasis.PeriodCount;
        var period = RakutenTranslator.Period(rule.ThresholdPeriod);
        if (perPeriod && period is null)
        {
            work.Note("BRG-RKT-044", Severity.Note, rule.Oid, $"Rule {rule.Oid} counts over a period that is not stated; calendar months are assumed, as Rakuten invoices by month.", "Add a column 'Threshold Period' (day, week, month, quarter, year, lifetime) to the offer sheet if it is another one.");
        }

        return new Tiered
        {
            Basis = basis,
            Period = perPeriod ? period ?? TermPeriod.Month : TermPeriod.None,
            Mode = basis == TierBasis.OrderValue ? TierMode.Retroactive : TierMode.Undeclared,
            Tiers = tiers.ToValueList(),
            Level = PayoutLevel.Unknown,
            Scope = scope,
        };
    }

    private static bool Ascend(List<Tier> tiers)
    {
        for (var index = 0; index < tiers.Count - 1; index++)
        {
            if (tiers[index].UpTo != tiers[index + 1].From || tiers[index + 1].From <= tiers[index].From)
            {
                return false;
            }
        }

        return tiers[^1].UpTo is null && tiers[0].From >= 0;
    }

    private static CommissionAmount? Amount(OfferRule rule, OfferTier tier, Currency currency) => rule.CommissionType switch
    {
        "percentage" or "percent" or "sale" => CommissionAmount.Of(Rate.FromPercent(tier.Commission)),
        "flat" => CommissionAmount.Of(new Money(tier.Commission, currency)),
        _ => null,
    };

    private TermScope Scope(OfferRule rule, Work work)
    {
        if (rule.Conditions.Count == 0)
        {
            return TermScope.All;
        }

        return new TermScope { Conditions = rule.Conditions.Select(condition => Condition(rule, condition, work)).ToValueList() };
    }

    private ScopeCondition Condition(OfferRule rule, OfferCondition condition, Work work)
    {
        var comparison = RakutenTranslator.Operator(condition.Operator);
        if (comparison is null)
        {
            work.Stop("BRG-RKT-041", $"rule {rule.Oid}: operator '{condition.Operator}' is not one of is, is not, contains");
        }

        ValueList<string> values = condition.Operand is { } operand ? [operand] : [];
        if (condition.List is { } name)
        {
            var members = lists.Find(name);
            if (members is null)
            {
                work.Stop("BRG-RKT-042", $"rule {rule.Oid} names the commissioning list '{name}', which is not in the export");
            }

            values = members ?? [];
        }
        else if (condition.Operand is null)
        {
            work.Stop("BRG-RKT-042", $"rule {rule.Oid} has a condition on '{condition.Field}' without a list of values");
        }

        var field = RakutenTranslator.Field(condition.Field);
        return new ScopeCondition
        {
            Field = field,
            NativeField = string.Equals(field.ToString(), condition.Field.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) ? null : condition.Field,
            Operator = comparison ?? ScopeOperator.Is,
            Values = values,
            ListName = condition.List,
        };
    }

    /// <summary>First click is a mark of rules; the contract has one attribution, that of the base rule.</summary>
    private static AttributionRule? Attribution(Offer offer, Work work)
    {
        if (offer.Rules.Count == 0)
        {
            return null;
        }

        var leading = offer.Rules.FirstOrDefault(rule => rule.IsBase) ?? offer.Rules[0];
        if (offer.Rules.Any(rule => rule.IsFirstClick != leading.IsFirstClick))
        {
            work.Lose("FirstClickMixed", "attribution", $"Only some rules of offer {offer.Number} credit the first click; the contract holds what base rule {leading.Oid} says.");
        }

        return leading.IsFirstClick ? AttributionRule.FirstTouch : AttributionRule.LastTouch;
    }

    /// <summary>What comes up while one offer is translated.</summary>
    private sealed class Work(Offer offer)
    {
        public List<Finding> Findings { get; } = [];

        public List<Loss> Losses { get; } = [];

        public (string Code, string Reason)? Obstacle { get; private set; }

        public void Stop(string code, string reason) => Obstacle = Obstacle is { } known
            ? (known.Code, $"{known.Reason}; {reason}")
            : (code, reason);

        public void Note(string code, Severity severity, string value, string message, string remedy) =>
            Findings.Add(TableFindings.Row(code, severity, EntityKind.Template, offer.Place, value, message, remedy, offer.Goid));

        public void Lose(string code, string path, string message) =>
            Losses.Add(new Loss { Code = code, Fidelity = Fidelity.Degraded, Path = path, Message = message });
    }
}
