using Bridge.Engine.Mapping;
using Bridge.Engine.Mapping.Profiles;
using Bridge.Engine.Planning;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Money;

namespace Bridge.Engine.Tests.Mapping;

public sealed class ContractMapperTests
{
    [Fact]
    public void A_percentage_contract_keeps_rate_windows_and_lock()
    {
        var mapped = Given.Mapping().MapContract(Given.Contract(Given.Percent(7.5m)));

        mapped.Exclusion.Should().BeNull();
        mapped.Losses.Should().BeEmpty();
        mapped.Findings.Should().BeEmpty();
        mapped.Value.Should().Be(new DesiredContract
        {
            TemplateKey = "500123",
            TemplateName = "24.1 Standard (500123)",
            Precedence = 4,
            Terms = new Contract
            {
                Id = new("4711:500123"),
                Partner = new("4711"),
                Name = "24.1 Standard (500123)",
                Status = ContractStatus.Active,
                Currency = Given.Usd,
                Terms = [Given.Percent(7.5m)],
                Windows = new ReferralWindows { Click = TimeSpan.FromDays(30) },
                Locking = new LockingRule { Basis = LockBasis.Tracked, Days = 45 },
            },
        });
    }

    [Fact]
    public void A_flat_contract_with_a_declared_template_takes_its_id_and_name()
    {
        var flat = new FlatPerAction { Amount = new Money(12.5m, Given.Usd), Level = PayoutLevel.Order };
        var mapping = Given.Mapping(("templates: {}", "templates: {\"500123\": {id: 99321, name: Standard 2027}}"));

        var mapped = mapping.MapContract(Given.Contract(flat));

        mapped.Value!.TemplateId.Should().Be("99321");
        mapped.Value.TemplateName.Should().Be("Standard 2027");
        mapped.Value.Terms.Terms.Should().Equal(flat);
        mapped.Why.Should().Be("template 99321 stands for 500123");
    }

    [Fact]
    public void Period_tiers_take_period_and_mode_from_the_profile()
    {
        var mapped = Given.Mapping().MapContract(Given.Contract(Given.Tiers(TierBasis.PeriodRevenue)));

        mapped.Losses.Should().BeEmpty();
        mapped.Value!.Terms.Terms.Should().Equal(Given.Tiers(TierBasis.PeriodRevenue, TermPeriod.Month, TierMode.Marginal));
    }

    [Fact]
    public void Tiers_whose_basis_nobody_decided_are_blocked_with_a_remedy()
    {
        var mapped = Given.Mapping().MapContract(Given.Contract(Given.Tiers(TierBasis.Undeclared)));

        mapped.Value.Should().BeNull();
        mapped.Exclusion!.Outcome.Should().Be(Outcome.Blocked);
        mapped.Findings.Should().Contain(finding => finding.Code == "BRG-TERM-008" && finding.Value == "0, 500, 1000" && finding.Remedy.Contains("contracts.templates"));
    }

    [Fact]
    public void A_decision_in_the_profile_settles_the_basis()
    {
        var mapping = Given.Mapping(("templates: {}", "templates: {\"500123\": {tierBasis: periodCount, tierPeriod: quarter}}"));

        var mapped = mapping.MapContract(Given.Contract(Given.Tiers(TierBasis.Undeclared)));

        mapped.Value!.Terms.Terms.Should().Equal(Given.Tiers(TierBasis.PeriodCount, TermPeriod.Quarter, TierMode.Marginal));
    }

    [Fact]
    public void Order_value_tiers_are_blocked_by_their_loss()
    {
        var mapped = Given.Mapping().MapContract(Given.Contract(Given.Tiers(TierBasis.OrderValue)));

        mapped.Exclusion!.Outcome.Should().Be(Outcome.Blocked);
        mapped.Exclusion.Reason.Should().Be(LossCodes.TierBasisUnsupported);
        mapped.Findings.Should().ContainSingle(finding => finding.Code == "BRG-LOSS-001" && finding.Place == "terms[0].tiers");
    }

    [Fact]
    public void A_loss_that_needs_approval_is_kept_and_named()
    {
        var mapped = Given.Mapping(("TierBasisUnsupported: block", "TierBasisUnsupported: requireApproval")).MapContract(Given.Contract(Given.Tiers(TierBasis.OrderValue)));

        mapped.Value!.Terms.Terms.Should().Equal(new PercentOfSale { Rate = Rate.FromPercent(5) });
        mapped.Losses.Should().ContainSingle().Which.Should().Be(new Loss
        {
            Code = LossCodes.TierBasisUnsupported,
            Fidelity = Fidelity.Degraded,
            Path = "terms[0].tiers",
            Message = "The target's tiers cannot count the value of the single order; everything would earn the lowest tier, 5 %, instead of up to 7 %.",
        });
    }

    [Fact]
    public void Scoped_terms_lose_native_names_and_take_the_targets_values()
    {
        var scoped = Given.Percent(9, Condition(ScopeField.CustomerStatus, "customer status", ["NEW", "FIRSTORDER"]));
        var mapping = Given.Mapping(("scopeValues: []", "scopeValues: [{field: customerStatus, from: firstorder, to: NEW}]"));

        var mapped = mapping.MapContract(Given.Contract(Given.Percent(5), scoped));

        mapped.Value!.Terms.Terms[0].Should().Be(Given.Percent(5));
        mapped.Value.Terms.Terms[1].Should().Be(Given.Percent(9, Condition(ScopeField.CustomerStatus, null, ["NEW"])));
    }

    [Fact]
    public void A_condition_that_the_target_does_not_know_blocks_its_contract()
    {
        var scoped = Given.Percent(9, Condition(ScopeField.SubPartner, "publisher audience", ["fjordreviews"]));

        var mapped = Given.Mapping().MapContract(Given.Contract(Given.Percent(5), scoped));

        mapped.Exclusion!.Reason.Should().Be(LossCodes.ScopeUnsupported);
        mapped.Exclusion.Message.Should().Contain("publisher audience");
    }

    [Fact]
    public void A_list_whose_values_are_not_in_the_export_blocks_its_contract()
    {
        var mapped = Given.Mapping().MapContract(Given.Contract(Given.Percent(5), Given.Percent(9, Condition(ScopeField.Product, "sku", []))));

        mapped.Exclusion!.Reason.Should().Be("ScopeHasValues");
        mapped.Findings.Should().ContainSingle(finding => finding.Code == "BRG-TERM-006" && finding.Value == "Hero Products");
    }

    [Fact]
    public void Rates_are_rounded_only_as_a_named_loss()
    {
        var mapped = Given.Mapping().MapContract(Given.Contract(Given.Percent(7.125m)));

        mapped.Value!.Terms.Terms.Should().Equal(Given.Percent(7.13m));
        mapped.Losses.Should().ContainSingle().Which.Message.Should().Be("The target holds 2 decimals of a percent: 7.125 % becomes 7.13 %.");
    }

    [Fact]
    public void An_end_date_that_the_target_cannot_hold_is_a_named_loss()
    {
        var source = Given.Contract(Given.Percent(8)) with { EndsAt = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero), TemplateKind = "private-special" };

        var mapped = Given.Mapping().MapContract(source);

        mapped.Value!.Precedence.Should().Be(0);
        mapped.Value.Terms.EndsAt.Should().BeNull();
        mapped.Losses.Should().ContainSingle().Which.Message.Should().Contain("2027-03-01");
    }

    [Fact]
    public void Windows_and_schedules_follow_the_profile()
    {
        var source = Given.Contract(Given.Percent(8)) with { Attribution = AttributionRule.FirstTouch, Payout = new PayoutSchedule { Basis = LockBasis.Locked, Days = 30 } };
        var mapping = Given.Mapping(("clickWindow: source ", "clickWindow: 14 days "), ("viewWindow: source", "viewWindow: 12 hours"), ("locking: source", "locking: drop"), ("attribution: source", "attribution: drop"));

        var terms = mapping.MapContract(source).Value!.Terms;

        terms.Windows.Should().Be(new ReferralWindows { Click = TimeSpan.FromDays(14), View = TimeSpan.FromHours(12) });
        terms.Locking.Should().BeNull();
        terms.Attribution.Should().BeNull();
        terms.Payout.Should().Be(source.Payout);
        Given.Mapping().MapContract(source).Value!.Terms.Attribution.Should().Be(AttributionRule.FirstTouch);
    }

    [Theory]
    [InlineData(ContractStatus.Expired)]
    [InlineData(ContractStatus.Upcoming)]
    [InlineData(ContractStatus.Unknown)]
    public void A_contract_that_does_not_run_is_skipped(ContractStatus status) =>
        Given.Mapping().MapContract(Given.Contract(Given.Percent(5)) with { Status = status }).Exclusion
            .Should().Be(new Exclusion(Outcome.Skipped, "StatusOutOfScope", $"The contract is {status}; scope.contracts.statuses names the states that move."));

    [Fact]
    public void A_contract_without_currency_takes_the_profiles_default()
    {
        Given.Mapping().MapContract(Given.Contract(Given.Percent(5)) with { Currency = null }).Value!.Terms.Currency.Should().Be(Given.Usd);
        Given.Mapping(("default: USD ", "")).MapContract(Given.Contract(Given.Percent(5)) with { Currency = null }).Exclusion!.Reason.Should().Be("ContractHasCurrency");
    }

    private static ScopeCondition Condition(ScopeField field, string? native, string[] values) => new()
    {
        Field = field,
        NativeField = native,
        Values = [.. values],
        ListName = native == "sku" ? "Hero Products" : null,
    };
}
