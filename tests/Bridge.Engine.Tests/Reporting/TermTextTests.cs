using Bridge.Engine.Reporting.Wording;
using Bridge.Model.Contracts;
using Bridge.Model.Money;

namespace Bridge.Engine.Tests.Reporting;

public sealed class TermTextTests
{
    private static readonly Currency Euro = Currency.Parse("EUR");

    public static TheoryData<string, CommissionTerm> Terms() => new()
    {
        { "7.5 % of sale", new PercentOfSale { Rate = new Rate(0.075m) } },
        { "7.5 % of sale for new customers", new PercentOfSale { Rate = new Rate(0.075m), Scope = Scope(ScopeField.CustomerStatus, "new") } },
        { "3 % of each item in category Bags or Shoes", new PercentOfSale { Rate = new Rate(0.03m), Level = PayoutLevel.Item, Scope = Scope(ScopeField.Category, "Bags", "Shoes") } },
        { "1 % of the value of each lead", new PercentOfSale { Rate = new Rate(0.01m), Action = ActionKind.Lead } },
        { "12.50 EUR per sale", new FlatPerAction { Amount = new Money(12.5m, Euro) } },
        { "0.005 USD per click", new FlatPerAction { Amount = new Money(0.005m, Currency.Parse("USD")), Action = ActionKind.Click } },
        { "1,500 JPY per item with coupon SAVE", new FlatPerAction { Amount = new Money(1500, Currency.Parse("JPY")), Level = PayoutLevel.Item, Scope = Scope(ScopeField.Coupon, "SAVE") } },
        {
            "by revenue per month of sale: 5 % below 10,000; 7 % from 10,000 to below 50,000; 9 % from 50,000; a reached tier pays everything of the month",
            new Tiered { Basis = TierBasis.PeriodRevenue, Period = TermPeriod.Month, Mode = TierMode.Retroactive, Tiers = [Tier(0, 10000, 0.05m), Tier(10000, 50000, 0.07m), Tier(50000, null, 0.09m)] }
        },
        {
            "by number of sales per quarter of sale: 5 % below 100; 7 % from 100; a tier pays what lies above its threshold",
            new Tiered { Basis = TierBasis.PeriodCount, Period = TermPeriod.Quarter, Mode = TierMode.Marginal, Tiers = [Tier(0, 100, 0.05m), Tier(100, null, 0.07m)] }
        },
        {
            "by a measure that the source does not declare of sale: 5 % below 100; 7 % from 100; the source does not say whether a reached tier pays backwards",
            new Tiered { Basis = TierBasis.Undeclared, Mode = TierMode.Undeclared, Tiers = [Tier(0, 100, 0.05m), Tier(100, null, 0.07m)] }
        },
        { "by order value of sale: 5 % below 99.95; 7 % from 99.95", new Tiered { Basis = TierBasis.OrderValue, Tiers = [Tier(0, 99.95m, 0.05m), Tier(99.95m, null, 0.07m)] } },
        { "20 % of each payment for the customer's lifetime", new Recurring { Amount = CommissionAmount.Of(new Rate(0.2m)) } },
        { "10 % of each payment of the first 12 months", new Recurring { Amount = CommissionAmount.Of(new Rate(0.1m)), Periods = 12, Period = TermPeriod.Month } },
        { "15 % of the first month's payment only", new Recurring { Amount = CommissionAmount.Of(new Rate(0.15m)), Periods = 1, Period = TermPeriod.Month } },
        { "10.00 EUR for the first payment only", new Recurring { Amount = CommissionAmount.Of(new Money(10, Euro)), Periods = 1 } },
        { "5 % of each payment from payment 2 to payment 4", new Recurring { Amount = CommissionAmount.Of(new Rate(0.05m)), FromPeriod = 2, Periods = 3 } },
        { "bonus of 500.00 EUR once revenue per month reaches 10,000", new Bonus { Basis = TierBasis.PeriodRevenue, Period = TermPeriod.Month, Threshold = 10000, Amount = CommissionAmount.Of(new Money(500, Euro)) } },
        { "bonus of 1 % on every later sale once number of sales per year reaches 100", new Bonus { Basis = TierBasis.PeriodCount, Period = TermPeriod.Year, Threshold = 100, Amount = CommissionAmount.Of(new Rate(0.01m)), OnEachFollowingAction = true } },
        { "at most 50.00 EUR per sale", new Cap { Target = CapTarget.PayoutPerAction, Payout = new Money(50, Euro) } },
        { "at most 100 paid leads for the partner per month", new Cap { Target = CapTarget.ActionsPerPartner, Actions = 100, Period = TermPeriod.Month, Action = ActionKind.Lead } },
        { "at most 10,000.00 EUR for the whole program per year", new Cap { Target = CapTarget.SpendPerProgram, Payout = new Money(10000, Euro), Period = TermPeriod.Year } },
        {
            "from 2027-11-26 to before 2027-11-30 (Black Friday): 12 % of sale; 250.00 EUR per lead",
            new TimeBoxed
            {
                From = new DateTimeOffset(2027, 11, 26, 0, 0, 0, TimeSpan.Zero),
                Until = new DateTimeOffset(2027, 11, 30, 0, 0, 0, TimeSpan.Zero),
                Name = "Black Friday",
                Terms = [new PercentOfSale { Rate = new Rate(0.12m) }, new FlatPerAction { Amount = new Money(250, Euro), Action = ActionKind.Lead }],
            }
        },
        { "placement fee of 250.00 EUR each month", new SlottingFee { Trigger = SlottingFeeTrigger.Monthly, Amount = new Money(250, Euro) } },
        {
            "4 % of sale except for product of list 'Gift cards' and for customers from AT or DE and where u1 is x",
            new PercentOfSale
            {
                Rate = new Rate(0.04m),
                Scope = new TermScope
                {
                    Conditions =
                    [
                        new ScopeCondition { Field = ScopeField.Product, Operator = ScopeOperator.IsNot, ListName = "Gift cards" },
                        new ScopeCondition { Field = ScopeField.CustomerCountry, Values = ["AT", "DE"] },
                        new ScopeCondition { Field = ScopeField.Other, NativeField = "u1", Values = ["x"] },
                    ],
                },
            }
        },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void Says_a_term_in_words(string text, CommissionTerm term) => TermText.Of(term).Should().Be(text);

    [Fact]
    public void Says_every_other_field_of_a_contract()
    {
        var contract = new Contract
        {
            Id = new("c"),
            Partner = new("p"),
            Name = "All",
            Status = ContractStatus.Active,
            Currency = Euro,
            Windows = new ReferralWindows { Click = TimeSpan.FromDays(30), View = TimeSpan.FromHours(36) },
            Locking = new LockingRule { Basis = LockBasis.MonthEnd, Months = 2, Days = 14 },
            Payout = new PayoutSchedule { Basis = LockBasis.Locked, Days = 30, Every = TermPeriod.Month, QuarterlyTrueUp = true },
            Clawback = new ClawbackPolicy { OnChurn = ClawbackOnChurn.ProRated, Window = TimeSpan.FromDays(90) },
            MinimumPayout = new Money(20, Euro),
            Attribution = AttributionRule.SplitByShare,
            CreditShares = [new CreditShare("introducer", new Rate(0.3m)), new CreditShare("closer", new Rate(0.7m))],
            DealRegistration = new DealRegistration { Window = TimeSpan.FromDays(14), RefusedWhenBrandInContact = true },
            AutoRenews = true,
            StartsAt = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero),
            EndsAt = new DateTimeOffset(2027, 12, 31, 23, 59, 0, TimeSpan.FromHours(1)),
        };

        ContractText.Lines(contract).Should().Equal(
            ("currency", "EUR"),
            ("click window", "30 days"),
            ("view window", "1 day 12 h"),
            ("lock", "2 months and 14 days after the end of the month"),
            ("payout", "30 days after the lock, every month, true-up each quarter"),
            ("clawback", "the unused part is returned when the customer leaves within 90 days; returned orders are taken back"),
            ("minimum payout", "20.00 EUR"),
            ("attribution", "fixed shares"),
            ("credit shares", "introducer 30 %, closer 70 %"),
            ("deal registration", "protects for 14 days, refused when the brand is in contact already"),
            ("renewal", "renews itself"),
            ("start", "2027-01-01"),
            ("end", "2027-12-31 23:59 +01:00"));
    }

    private static TermScope Scope(ScopeField field, params string[] values) => new() { Conditions = [new ScopeCondition { Field = field, Values = [.. values] }] };

    private static Tier Tier(decimal from, decimal? upTo, decimal rate) => new(from, upTo, CommissionAmount.Of(new Rate(rate)));
}
