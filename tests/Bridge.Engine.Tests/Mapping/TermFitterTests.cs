using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Mapping;

public sealed class TermFitterTests
{
    private static readonly TermExpressiveness Rich = Given.Target.Capabilities.Terms with
    {
        Kinds = ["percentOfSale", "flatPerAction", "tiered", "recurring", "bonus", "cap", "timeBoxed", "slottingFee"],
        TierBases = [TierBasis.OrderValue, TierBasis.PeriodRevenue, TierBasis.PeriodCount],
        TierModes = [TierMode.Marginal, TierMode.Retroactive],
    };

    private static readonly TermExpressiveness Poor = new() { Kinds = ["percentOfSale", "flatPerAction"] };

    private readonly List<Loss> losses = [];

    public static TheoryData<CommissionTerm, string> TermsBeyondAPoorTarget { get; } = new()
    {
        { new Recurring { Amount = CommissionAmount.Of(Rate.FromPercent(20)) }, LossCodes.RecurringUnsupported },
        { new Bonus { Basis = TierBasis.PeriodRevenue, Threshold = 10_000, Amount = CommissionAmount.Of(Rate.FromPercent(1)) }, LossCodes.BonusUnsupported },
        { new Cap { Target = CapTarget.PayoutPerPartner, Payout = new Money(500, Given.Usd) }, LossCodes.CapUnsupported },
        { new TimeBoxed { From = DateTimeOffset.UnixEpoch, Terms = [Given.Percent(9)] }, LossCodes.TimeBoxUnsupported },
        { new SlottingFee { Trigger = SlottingFeeTrigger.Monthly, Amount = new Money(500, Given.Usd) }, LossCodes.SlottingFeeUnsupported },
        { Given.Percent(9, new ScopeCondition { Field = ScopeField.Plan, Values = ["annual"] }), LossCodes.ScopeUnsupported },
    };

    [Theory]
    [MemberData(nameof(TermsBeyondAPoorTarget))]
    public void A_term_that_the_target_cannot_hold_is_dropped_by_name(CommissionTerm term, string code)
    {
        new TermFitter(Poor, losses).Fit([Given.Percent(5), term]).Should().Equal(Given.Percent(5));

        losses.Should().ContainSingle();
        losses[0].Code.Should().Be(code);
        losses[0].Fidelity.Should().Be(Fidelity.Dropped);
        losses[0].Path.Should().StartWith("terms[1]");
        losses[0].Message.Should().EndWith(".");
    }

    [Theory]
    [MemberData(nameof(TermsBeyondAPoorTarget))]
    public void A_rich_target_holds_it_as_it_is(CommissionTerm term, string code)
    {
        code.Should().NotBeEmpty();

        new TermFitter(Rich with { ScopeFields = [ScopeField.Plan] }, losses).Fit([term]).Should().Equal(term);

        losses.Should().BeEmpty();
    }

    [Fact]
    public void Tiers_above_the_limit_are_cut_and_the_last_one_is_opened()
    {
        var fitted = new TermFitter(Rich with { MaxTiers = 2 }, losses).Fit([Given.Tiers(TierBasis.PeriodCount, TermPeriod.Month, TierMode.Marginal)]);

        fitted.Single().As<Tiered>().Tiers.Should().Equal(
            new Tier(0, 500, CommissionAmount.Of(Rate.FromPercent(5))), new Tier(500, null, CommissionAmount.Of(Rate.FromPercent(6))));
        losses.Should().ContainSingle().Which.Code.Should().Be(LossCodes.TierCountExceeded);
        losses[0].Message.Should().Be("The target holds 2 tiers; from 1000 on, 7 % is lost.");
    }

    [Fact]
    public void A_target_without_tiers_pays_the_lowest()
    {
        new TermFitter(Poor, losses).Fit([Given.Tiers(TierBasis.PeriodCount)]).Should().Equal(new PercentOfSale { Rate = Rate.FromPercent(5) });

        losses.Should().ContainSingle().Which.Code.Should().Be(LossCodes.TieringUnsupported);
    }

    [Fact]
    public void Another_tier_mode_is_a_loss()
    {
        var fitted = new TermFitter(Given.Target.Capabilities.Terms, losses).Fit([Given.Tiers(TierBasis.PeriodCount, TermPeriod.Month, TierMode.Retroactive)]);

        fitted.Single().As<Tiered>().Mode.Should().Be(TierMode.Marginal);
        losses.Should().ContainSingle().Which.Code.Should().Be(LossCodes.TierModeUnsupported);
    }

    [Fact]
    public void Amounts_are_rounded_to_the_currency_or_to_what_the_target_says()
    {
        var flat = new FlatPerAction { Amount = new Money(0.125m, Given.Usd) };

        new TermFitter(Rich, losses).Fit([flat]).Single().As<FlatPerAction>().Amount.Amount.Should().Be(0.13m);
        losses.Should().ContainSingle().Which.Code.Should().Be(LossCodes.PrecisionExceeded);
        losses.Clear();
        new TermFitter(Rich with { AmountDecimals = 4 }, losses).Fit([flat]).Should().Equal(flat);
        losses.Should().BeEmpty();
    }

    [Fact]
    public void Terms_inside_a_time_box_are_fitted_too()
    {
        var box = new TimeBoxed { From = DateTimeOffset.UnixEpoch, Terms = [Given.Percent(9.999m)] };

        new TermFitter(Rich, losses).Fit([box]).Single().As<TimeBoxed>().Terms.Should().Equal(Given.Percent(10));

        losses.Should().ContainSingle().Which.Path.Should().Be("terms[0].terms[0].rate");
    }

    [Fact]
    public void Every_loss_code_has_a_meaning() => LossCodes.Meanings.Should().HaveCountGreaterThan(20).And.NotContainValue("");
}
