using System.Text.Json;
using Bridge.Model.Collections;
using Bridge.Model.Contracts;
using Bridge.Model.Money;
using Bridge.Rails.Impact;
using Bridge.Rails.Impact.Terms;
using Bridge.Rails.Impact.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Rails.Tests.Impact;

/// <summary>Every contract that the rail declares to hold comes back from impact.com's shape as it was.</summary>
public sealed class ImpactTermsLawTests
{
    private static readonly Currency Euros = Currency.Parse("EUR");

    private static readonly Gen<CommissionAmount> Amounts =
        from hundredths in Gen.Choose(1, 9_999)
        from percent in Gen.Elements(true, false)
        select percent ? CommissionAmount.Of(Rate.FromPercent(hundredths / 100m)) : CommissionAmount.Of(new Money(hundredths / 100m, Euros));

    private static readonly Gen<ScopeCondition> Conditions =
        from field in Gen.Elements(ScopeField.Product, ScopeField.Category, ScopeField.CustomerStatus, ScopeField.CustomerCountry, ScopeField.Device)
        from comparison in Gen.Elements(ScopeOperator.Is, ScopeOperator.IsNot, ScopeOperator.Contains)
        from count in Gen.Choose(1, 3)
        from value in Gen.Choose(100, 999)
        select new ScopeCondition { Field = field, Operator = comparison, Values = Enumerable.Range(0, count).Select(index => $"V{value}, {index}").ToValueList() };

    private static readonly Gen<TermPeriod> Periods = Gen.Elements(TermPeriod.Day, TermPeriod.Week, TermPeriod.Month, TermPeriod.Quarter, TermPeriod.Year);

    private static readonly Gen<LockingRule?> Locks =
        from basis in Gen.Elements(LockBasis.Tracked, LockBasis.MonthEnd)
        from days in Gen.Choose(0, 90)
        from months in Gen.Choose(0, 3)
        from none in Gen.Choose(0, 4)
        select none == 0 ? null : new LockingRule { Basis = basis, Days = days, Months = months };

    private static readonly Gen<Contract> Contracts =
        from level in Gen.Elements(PayoutLevel.Order, PayoutLevel.Item)
        from scoped in Gen.ListOf(Conditions).Select(all => all.Take(4).ToList())
        from amounts in Gen.ListOf(Amounts, 12)
        from tiers in Gen.Choose(0, 3)
        from basis in Gen.Elements(TierBasis.PeriodRevenue, TierBasis.PeriodCount)
        from bonuses in Gen.Choose(0, 2)
        from period in Periods
        from caps in Gen.Choose(0, 4)
        from boxed in Gen.Elements(true, false)
        from fee in Gen.Elements(true, false)
        from locking in Locks
        from payoutDays in Gen.Choose(0, 45)
        from every in Gen.Elements(TermPeriod.None, TermPeriod.Week, TermPeriod.Month, TermPeriod.Quarter)
        from clickDays in Gen.Choose(0, 60)
        from viewHours in Gen.Choose(0, 48)
        from attribution in Gen.Elements<AttributionRule?>(AttributionRule.LastTouch, AttributionRule.FirstTouch, null)
        from action in Gen.Elements(ActionKind.Sale, ActionKind.Lead)
        select Build(level, scoped, [.. amounts], tiers, basis, bonuses, period, caps, boxed, fee, locking, payoutDays, every, clickDays, viewHours, attribution, action);

    [Fact]
    public void What_is_declared_to_be_held_is_held() =>
        Prop.ForAll(Contracts.ToArbitrary(), contract =>
        {
            var losses = new LossLog();
            var template = TemplateWriter.Write(contract.Name, contract);
            var json = JsonSerializer.Serialize(Signed(template), ImpactJson.Default.WireContract);

            var read = ContractTranslator.Read(JsonSerializer.Deserialize(json, ImpactJson.Default.WireContract)!, "ACTIVE", losses);

            template.Manual.Should().BeEmpty();
            losses.Losses.Should().BeEmpty();
            (read with { Id = contract.Id, Partner = contract.Partner, TemplateId = null, NativeStatus = null }).Should().Be(contract, "{0}", json);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20270104, 11));

    private static WireContract Signed(TemplateTermsDraft template) => new()
    {
        Id = "S-1",
        PartnerId = "5",
        Status = "ACTIVE",
        TemplateTerms = new WireTemplateTerms
        {
            TemplateId = "1",
            Name = template.Name,
            Currency = template.Currency,
            EventPayouts = template.EventPayouts,
            ReturnPolicy = template.ReturnPolicy,
            ActionLimit = template.ActionLimit,
            ActionLimitPeriod = template.ActionLimitPeriod,
            SpendLimit = template.SpendLimit,
            SpendLimitPeriod = template.SpendLimitPeriod,
            ContractStartSlottingFee = template.ContractStartSlottingFee,
            FirstActionSlottingFee = template.FirstActionSlottingFee,
            MonthlySlottingFee = template.MonthlySlottingFee,
        },
        ScheduledTerms = template.ScheduledTerms.Select(term => term with { Status = "UPCOMING" }).ToValueList(),
    };

    private static Contract Build(
        PayoutLevel level, List<ScopeCondition> scoped, CommissionAmount[] amounts, int tiers, TierBasis basis, int bonuses, TermPeriod period, int caps,
        bool boxed, bool fee, LockingRule? locking, int payoutDays, TermPeriod every, int clickDays, int viewHours, AttributionRule? attribution, ActionKind action)
    {
        var next = 0;
        CommissionAmount Take() => amounts[next++ % amounts.Length];
        var terms = new List<CommissionTerm>();
        var scopes = scoped.Select((condition, index) => new TermScope { Rank = index + 1, Conditions = [condition] }).ToList();
        terms.AddRange(scopes.Select(scope => Flat(Take(), scope, level, action)));
        if (tiers > 0)
        {
            // Tiers for everything are a group without rules: the last one, ranked and unscoped.
            terms.Add(new Tiered
            {
                Action = action,
                Basis = basis,
                Period = TermPeriod.Month,
                Mode = TierMode.Marginal,
                Level = level,
                Tiers = Enumerable.Range(0, tiers + 1).Select(step => new Tier(step * 100, step == tiers ? null : (step + 1) * 100, Take())).ToValueList(),
            });
        }
        else
        {
            terms.Add(Flat(Take(), TermScope.All, level, action));
        }

        terms.AddRange(Enumerable.Range(1, bonuses).Select(step => new Bonus { Action = action, Basis = basis, Period = period, Threshold = step * 1000, Amount = Take(), OnEachFollowingAction = true }));
        if (scopes.Count > 0 && caps > 3)
        {
            terms.Add(new Cap { Action = action, Scope = scopes[0], Target = CapTarget.PayoutPerPartner, Payout = new Money(500, Euros), Period = period });
        }

        CommissionTerm[] limits =
        [
            new Cap { Action = action, Target = CapTarget.ActionsPerPartner, Actions = 10, Period = period },
            new Cap { Action = action, Target = CapTarget.ActionsPerCustomer, Actions = 1, Period = period },
            new Cap { Action = action, Target = CapTarget.PayoutPerAction, Payout = new Money(25.5m, Euros) },
        ];
        terms.AddRange(limits.Take(caps));
        if (caps > 1)
        {
            terms.Add(new Cap { Target = CapTarget.SpendPerProgram, Payout = new Money(9000, Euros), Period = period });
        }

        if (fee)
        {
            terms.Add(new SlottingFee { Trigger = SlottingFeeTrigger.Monthly, Amount = new Money(99.9m, Euros) });
        }

        if (boxed)
        {
            terms.Add(new TimeBoxed
            {
                Name = "Sale week",
                From = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero),
                Until = new DateTimeOffset(2027, 3, 8, 0, 0, 0, TimeSpan.Zero),
                Terms = [Flat(Take(), TermScope.All, level, action)],
            });
        }

        return new Contract
        {
            Id = new("12"),
            Partner = new("5"),
            Name = "Rakuten 12",
            Status = ContractStatus.Active,
            Currency = Euros,
            Terms = terms.ToValueList(),
            Locking = locking is { Basis: LockBasis.Tracked, Months: 0 } or { Basis: LockBasis.MonthEnd } or null ? locking : locking with { Days = 0 },
            Payout = new PayoutSchedule { Basis = LockBasis.Locked, Days = payoutDays, Every = every },
            Windows = clickDays == 0 && viewHours == 0 ? null : new ReferralWindows { Click = clickDays == 0 ? null : TimeSpan.FromDays(clickDays), View = viewHours == 0 ? null : TimeSpan.FromHours(viewHours) },
            Attribution = attribution,
        };
    }

    private static CommissionTerm Flat(CommissionAmount amount, TermScope scope, PayoutLevel level, ActionKind action) => amount.Rate is { } rate
        ? new PercentOfSale { Scope = scope, Rate = rate, Level = level, Action = action }
        : new FlatPerAction { Scope = scope, Amount = amount.Flat!.Value, Level = level, Action = action };
}
