using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Money;

namespace Bridge.Engine.Tests.Planning;

public sealed class ContractComparisonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_offset_of_an_instant_is_no_difference()
    {
        var wanted = Given.Contract(Box(Noon, 5));
        var actual = Given.Contract(Box(Noon.ToOffset(TimeSpan.FromHours(-8)), 5));

        ContractComparison.Differences(wanted, actual).Should().BeEmpty();
    }

    [Fact]
    public void Another_instant_is_one_and_is_shown_with_the_offset_of_its_rail()
    {
        var wanted = Given.Contract(Box(Noon, 5));
        var actual = Given.Contract(Box(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(-8)), 5));

        var difference = ContractComparison.Differences(wanted, actual).Should().ContainSingle().Subject;

        difference.Path.Should().Be("terms[all]");
        difference.Before.Should().Contain("2026-06-01T12:00:00-08:00");
        difference.After.Should().Contain("2026-06-01T12:00:00+00:00");
    }

    [Theory]
    [InlineData("currency")]
    [InlineData("windows.click")]
    [InlineData("windows.view")]
    [InlineData("locking")]
    [InlineData("payout")]
    [InlineData("attribution")]
    [InlineData("minimumPayout")]
    [InlineData("endsAt")]
    [InlineData("autoRenews")]
    [InlineData("creditShares")]
    [InlineData("dealRegistration")]
    [InlineData("clawback.onReturn")]
    [InlineData("clawback.window")]
    [InlineData("terms[all]")]
    public void Every_field_of_a_contract_is_compared(string path)
    {
        var wanted = Full();
        var actual = path switch
        {
            "currency" => wanted with { Currency = Currency.Parse("EUR") },
            "windows.click" => wanted with { Windows = wanted.Windows! with { Click = TimeSpan.FromDays(29) } },
            "windows.view" => wanted with { Windows = wanted.Windows! with { View = null } },
            "locking" => wanted with { Locking = wanted.Locking! with { Days = 2 } },
            "payout" => wanted with { Payout = wanted.Payout! with { QuarterlyTrueUp = true } },
            "attribution" => wanted with { Attribution = null },
            "minimumPayout" => wanted with { MinimumPayout = null },
            "endsAt" => wanted with { EndsAt = Noon.AddDays(1) },
            "autoRenews" => wanted with { AutoRenews = false },
            "creditShares" => wanted with { CreditShares = [] },
            "dealRegistration" => wanted with { DealRegistration = null },
            "clawback.onReturn" => wanted with { Clawback = wanted.Clawback! with { OnReturn = false } },
            "clawback.window" => wanted with { Clawback = wanted.Clawback! with { Window = TimeSpan.FromDays(1) } },
            _ => wanted with { Terms = [Given.Percent(6)] },
        };

        ContractComparison.Differences(wanted, wanted).Should().BeEmpty();
        ContractComparison.Differences(wanted, actual).Select(difference => difference.Path).Should().Equal(path);
    }

    [Fact]
    public void What_a_rail_adds_to_scheduled_terms_is_no_difference()
    {
        var wanted = Given.Contract(Box(Noon, 5));
        var actual = Given.Contract(new TimeBoxed { From = Noon, Name = "Summer", Terms = [Given.Percent(5) with { EventType = "30001", Level = PayoutLevel.Order }] });

        ContractComparison.Differences(wanted, actual).Should().BeEmpty();
    }

    private static Contract Full() => Given.Contract(Given.Percent(5)) with
    {
        Currency = Currency.Parse("USD"),
        Windows = new ReferralWindows { Click = TimeSpan.FromDays(30), View = TimeSpan.FromDays(1) },
        Locking = new LockingRule { Basis = LockBasis.Tracked, Days = 1 },
        Payout = new PayoutSchedule { Basis = LockBasis.Tracked, Days = 1 },
        Attribution = AttributionRule.LastTouch,
        MinimumPayout = new Money(10, Currency.Parse("USD")),
        EndsAt = Noon,
        AutoRenews = true,
        CreditShares = [new CreditShare("closer", Rate.FromPercent(60))],
        DealRegistration = new DealRegistration(),
        Clawback = new ClawbackPolicy { OnChurn = ClawbackOnChurn.Unknown, Window = TimeSpan.FromDays(30) },
    };

    private static TimeBoxed Box(DateTimeOffset from, decimal percent) => new() { From = from, Terms = [Given.Percent(percent)] };
}
