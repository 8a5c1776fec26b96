using System.Text.Json;
using Bridge.Model.Contracts;
using Bridge.Model.Money;
using Bridge.Rails.Impact;
using Bridge.Rails.Impact.Terms;

namespace Bridge.Rails.Tests.Impact;

/// <summary>Contract terms as impact.com shows them (sheet, sections 5.3 and 7).</summary>
public sealed class ImpactTermsTests
{
    private static readonly Currency Dollars = Currency.Parse("USD");
    private readonly LossLog losses = new();

    [Fact]
    public void Percent_numbers_are_fractions_and_flat_amounts_have_the_currency_of_the_terms()
    {
        Read("""{"EventTypeId":"18500","EventCategory":"SALE","PayoutLevel":"ORDER","DefaultPayoutRate":"7.50","DefaultPayout":"0.00"}""")
            .Terms.Should().Equal(new PercentOfSale { EventType = "18500", Rate = new(0.075m), Level = PayoutLevel.Order });
        Read("""{"EventCategory":"LEAD","PayoutLevel":"ORDER","DefaultPayout":"15.00","DefaultPayoutRate":""}""")
            .Terms.Should().Equal(new FlatPerAction { Action = ActionKind.Lead, Amount = new(15m, Dollars), Level = PayoutLevel.Order });
        Read("""{"EventCategory":"CLICK","PayoutLevel":"CLICK","DefaultPayout":0.1}""")
            .Terms.Should().Equal(new FlatPerAction { Action = ActionKind.Click, Amount = new(0.1m, Dollars), Level = PayoutLevel.Order });
        Read("""{"EventCategory":"PHONE_CALL","PayoutLevel":"CALL","DefaultPayout":3}""").Terms.Single().Action.Should().Be(ActionKind.Call);
        losses.Losses.Should().BeEmpty();
    }

    [Fact]
    public void Payout_groups_come_by_rank_before_the_default_and_a_default_of_nothing_says_nothing()
    {
        const string Groups = """
            "PayoutGroups":[{"Rank":"2","Rules":{"Variable":"ITEM_CATEGORY","Operator":"CONTAINS","Values":["shoes","boots"]},"Payout":"2.00"},
            {"Rank":"1","Rules":[{"Variable":"CUSTOMER_STATUS","Operator":"IS","Values":"NEW"},{"Variable":"ITEM_DISCOUNT","Operator":"IS_NOT","Values":["50"]}],"PayoutRate":"9","Limits":{"Type":"ACTION","Value":"1","LimitBy":"CUSTOMER","Period":"MONTH"}}]
            """;
        CommissionTerm[] scoped =
        [
            new PercentOfSale
            {
                Scope = new TermScope
                {
                    Rank = 1,
                    Conditions =
                    [
                        new ScopeCondition { Field = ScopeField.CustomerStatus, Values = ["NEW"] },
                        new ScopeCondition { Field = ScopeField.Other, NativeField = "ITEM_DISCOUNT", Operator = ScopeOperator.IsNot, Values = ["50"] },
                    ],
                },
                Rate = new(0.09m),
                Level = PayoutLevel.Item,
            },
            new FlatPerAction
            {
                Scope = new TermScope { Rank = 2, Conditions = [new ScopeCondition { Field = ScopeField.Category, Operator = ScopeOperator.Contains, Values = ["boots", "shoes"] }] },
                Amount = new(2m, Dollars),
                Level = PayoutLevel.Item,
            },
        ];

        var nothing = Read($$"""{"EventCategory":"SALE","PayoutLevel":"ITEM","DefaultPayoutRate":"0",{{Groups}}}""").Terms;
        var five = Read($$"""{"EventCategory":"SALE","PayoutLevel":"ITEM","DefaultPayoutRate":"5",{{Groups}}}""").Terms;

        nothing.Take(2).Should().Equal(scoped);
        nothing[2].Should().Be(new Cap { Scope = scoped[0].Scope, Target = CapTarget.ActionsPerCustomer, Actions = 1, Period = TermPeriod.Month });
        nothing.Should().HaveCount(3);
        five.Take(3).Should().Equal([.. scoped, new PercentOfSale { Rate = new(0.05m), Level = PayoutLevel.Item }]);
    }

    [Fact]
    public void Tiers_start_with_what_is_paid_below_them()
    {
        var tiered = Read("""{"EventCategory":"SALE","PayoutLevel":"ORDER","DefaultPayoutRate":"5","PayoutGroups":{"Rank":"1","PayoutRate":"5","Tiers":[{"RevenueThreshold":"20000","PayoutRate":"9"},{"RevenueThreshold":"10000.00","PayoutRate":"7"}]}}""").Terms;

        tiered.Should().Equal(new Tiered
        {
            Basis = TierBasis.PeriodRevenue,
            Period = TermPeriod.Month,
            Mode = TierMode.Marginal,
            Level = PayoutLevel.Order,
            Tiers = [new Tier(0, 10000, Percent(5)), new Tier(10000, 20000, Percent(7)), new Tier(20000, null, Percent(9))],
        });
    }

    [Fact]
    public void A_bonus_for_following_actions_is_one_term_per_step()
    {
        var terms = Read("""{"EventCategory":"SALE","DefaultPayoutRate":"5","PayoutLevel":"ORDER","PerformanceBonus":{"Type":"SUBSEQUENT_ACTIONS","Basis":"ACTIONS","Period":"CALENDAR_QUARTER","Tiers":[{"ActionThreshold":"100","PayoutRate":"1"},{"ActionThreshold":"200","Payout":"2"},{"ActionThreshold":"300","PayoutRate":"0"}]}}""").Terms;

        terms.Skip(1).Should().Equal(
            new Bonus { Basis = TierBasis.PeriodCount, Period = TermPeriod.Quarter, Threshold = 100, Amount = Percent(1), OnEachFollowingAction = true },
            new Bonus { Basis = TierBasis.PeriodCount, Period = TermPeriod.Quarter, Threshold = 200, Amount = CommissionAmount.Of(new Money(2m, Dollars)), OnEachFollowingAction = true });
        losses.Losses.Should().BeEmpty();
    }

    [Fact]
    public void What_pays_more_than_the_canonical_form_says_is_a_loss()
    {
        Read("""
            {"EventCategory":"SALE","DefaultPayoutRate":"5","PayoutLevel":"ORDER","PerformanceBonus":{"Type":"ALL_ACTIONS","Basis":"REVENUE","Period":"CALENDAR_MONTH","Tiers":{"RevenueThreshold":"1000","PayoutRate":"1"}},
             "PayoutAdjustments":[{"Direction":"INCREASE","Rate":"2","Rules":[]}],"LocationRequirementType":"REQUIRE",
             "Limits":[{"Type":"ACTION","Value":"1","LimitBy":"ITEM","Period":"DAY"}],
             "PayoutGroups":[{"Rank":"1","Rules":{"Variable":"ORDER_TOTAL","Operator":"GREATER_THAN","Values":["100"]},"PayoutRate":"9"}]}
            """);

        losses.Losses.Select(loss => loss.Code).Should().BeEquivalentTo("BonusNotHeld", "PayoutAdjustments", "LocationRequirement", "LimitNotHeld", "RuleOperatorUnknown");
    }

    [Fact]
    public void An_adjustment_of_nothing_is_no_loss()
    {
        Read("""{"EventCategory":"SALE","DefaultPayoutRate":"5","PayoutLevel":"ORDER","PayoutAdjustments":[{"Direction":"INCREASE","Rate":"0"}]}""");

        losses.Losses.Should().BeEmpty();
    }

    [Fact]
    public void A_restriction_pays_nothing_before_all_groups()
    {
        var terms = Read("""{"EventCategory":"SALE","DefaultPayoutRate":"5","PayoutLevel":"ORDER","PayoutRestrictions":{"Rules":{"Variable":"CUSTOMER_COUNTRY","Operator":"IS_NOT","Values":["US","CA"]}}}""").Terms;

        terms[0].Should().BeOfType<PercentOfSale>().Which.Rate.Fraction.Should().Be(0);
        terms[0].Scope.Should().Be(new TermScope { Rank = 0, Conditions = [new ScopeCondition { Field = ScopeField.CustomerCountry, Operator = ScopeOperator.IsNot, Values = ["CA", "US"] }] });
    }

    [Theory]
    [InlineData("""{"Basis":"TRACKED","Period":"DAY","DayOffset":"30"}""", LockBasis.Tracked, 0, 30)]
    [InlineData("""{"Basis":"TRACKED","Period":"MONTH","MonthOffset":"2","DayOffset":"0"}""", LockBasis.Tracked, 2, 0)]
    [InlineData("""{"Basis":"TRACKED","Period":"END_OF_MONTH","MonthOffset":"1","DayOffset":"5"}""", LockBasis.MonthEnd, 1, 5)]
    [InlineData("""{"Basis":"TRACKED","Period":"MONTH","MonthOffset":"2","DayOfMonth":"15"}""", LockBasis.MonthEnd, 1, 15)]
    [InlineData("""{"Basis":"CLEARED","Period":"DAY","DayOffset":"3"}""", LockBasis.Unknown, 0, 3)]
    public void Locks_by_days_months_and_ends_of_months(string locking, LockBasis basis, int months, int days)
    {
        var contract = Read($$"""{"EventCategory":"SALE","DefaultPayoutRate":"5","Locking":{{locking}}}""");

        contract.Locking.Should().Be(new LockingRule { Basis = basis, Months = months, Days = days });
        losses.Losses.Any().Should().Be(basis == LockBasis.Unknown);
    }

    [Fact]
    public void Windows_schedule_and_credit_belong_to_the_contract_and_a_second_event_that_differs_is_said()
    {
        const string Sale = """{"EventCategory":"SALE","DefaultPayoutRate":"5","CreditPolicy":"FIRST_REFERRER","ValidReferrals":[{"Type":"CLICKS","Window":"30","WindowUnit":"DAY"},{"Type":"IMPRESSIONS","Window":"24","WindowUnit":"HOUR"}],"PayoutScheduling":{"Basis":"LOCKED","Period":"END_OF_MONTH","DayOffset":"5"}}""";
        const string Lead = """{"EventCategory":"LEAD","DefaultPayout":"5","CreditPolicy":"FIRST_REFERRER","ValidReferrals":{"Type":"CLICKS","Window":"7","WindowUnit":"DAY"}}""";

        var contract = Read($"[{Sale},{Lead}]");

        contract.Windows.Should().Be(new ReferralWindows { Click = TimeSpan.FromDays(30), View = TimeSpan.FromHours(24) });
        contract.Payout.Should().Be(new PayoutSchedule { Basis = LockBasis.Locked, Days = 5, Every = TermPeriod.Month });
        contract.Attribution.Should().Be(AttributionRule.FirstTouch);
        losses.Losses.Select(loss => (loss.Code, loss.Path)).Should().Equal(("DiffersByEvent", "windows"));
    }

    [Fact]
    public void Limits_fees_and_returns_of_the_whole_contract_are_terms()
    {
        var contract = ReadContract("""
            {"Id":"S-1","PartnerId":"5","Status":"ACTIVE","StartDate":"2021-01-20T00:00:00-08:00","EndDate":"",
             "TemplateTerms":{"TemplateId":"99999","VersionId":"000006","Name":"ACME Public Terms","Currency":"USD","ReturnPolicy":"NO_RETURNS","MaxReturnPercentage":"20",
               "ActionLimit":"100","ActionLimitPeriod":"DAY","SpendLimit":"5000","SpendLimitPeriod":"MONTH","MinEarningPerClick":"0.05",
               "ContractStartSlottingFee":"250.00","FirstActionSlottingFee":"0","MonthlySlottingFee":"10",
               "PromotionalTerms":[{"TermsName":"Custom"}],"SpecialTermsList":[{"TermsName":"x"}]}}
            """);

        contract.Terms.Should().Equal(
            new Cap { Action = ActionKind.Unknown, Target = CapTarget.ActionsPerPartner, Actions = 100, Period = TermPeriod.Day },
            new Cap { Target = CapTarget.SpendPerProgram, Payout = new(5000m, Dollars), Period = TermPeriod.Month },
            new SlottingFee { Trigger = SlottingFeeTrigger.ContractStart, Amount = new(250m, Dollars) },
            new SlottingFee { Trigger = SlottingFeeTrigger.Monthly, Amount = new(10m, Dollars) });
        contract.Clawback.Should().Be(new ClawbackPolicy { OnChurn = ClawbackOnChurn.Unknown, OnReturn = false });
        (contract.TemplateId, contract.Name, contract.EndsAt).Should().Be(("99999", "ACME Public Terms", null));
        losses.Losses.Select(loss => loss.Code).Should().BeEquivalentTo("PromotionalTerms", "MinEarningPerClick", "SpecialTerms", "MaxReturnPercentage");
    }

    [Fact]
    public void Scheduled_terms_hold_for_their_time_and_those_that_are_over_are_said()
    {
        var contract = ReadContract("""
            {"Id":"S-1","PartnerId":"5","Status":"ACTIVE","TemplateTerms":{"Currency":"USD"},"ScheduledTerms":[
              {"Status":"UPCOMING","Name":"Black Friday","StartDate":"2026-11-27T00:00:00-08:00","EndDate":"2026-11-30T23:59:59-08:00","EventPayouts":[{"EventCategory":"SALE","PayoutLevel":"ORDER","DefaultPayoutRate":"12"}]},
              {"Status":"EXPIRED","Name":"Old","StartDate":"2025-11-27T00:00:00-08:00","EndDate":"2025-11-30T23:59:59-08:00"},
              {"Status":"ACTIVE","Name":"Evenings","StartDate":"2026-11-27T00:00:00-08:00","EndDate":"","Repeat":{"StartTime":"17:00:00"}}]}
            """);

        contract.Terms[0].Should().Be(new TimeBoxed
        {
            Name = "Black Friday",
            From = new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.FromHours(-8)),
            Until = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(-8)),
            Terms = [new PercentOfSale { Rate = new(0.12m), Level = PayoutLevel.Order }],
        });
        contract.Terms.Should().HaveCount(2);
        losses.Losses.Select(loss => loss.Code).Should().Equal("ScheduledTermsOver", "ScheduledTermsRepeat");
    }

    [Fact]
    public void A_flat_amount_without_a_currency_is_a_loss_and_no_guess()
    {
        var contract = ReadContract("""{"Id":"S-1","PartnerId":"5","TemplateTerms":{"Currency":"XXX","EventPayouts":{"EventCategory":"SALE","DefaultPayout":"5"}}}""");

        contract.Terms.Should().BeEmpty();
        losses.Losses.Select(loss => loss.Code).Should().Equal("CurrencyUnknown", "AmountWithoutCurrency");
    }

    private static CommissionAmount Percent(decimal percent) => CommissionAmount.Of(Rate.FromPercent(percent));

    private Contract Read(string payouts) =>
        ReadContract($$$"""{"Id":"S-1","PartnerId":"5","Status":"ACTIVE","TemplateTerms":{"Name":"T","Currency":"USD","EventPayouts":{{{payouts}}}}}""");

    private Contract ReadContract(string json) =>
        ContractTranslator.Read(JsonSerializer.Deserialize(json, ImpactJson.Default.WireContract)!, "ACTIVE", losses);
}
