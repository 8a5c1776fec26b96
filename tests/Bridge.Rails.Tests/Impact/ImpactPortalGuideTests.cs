using System.Text.Json;
using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.People;
using Bridge.Testing.Privacy;

namespace Bridge.Rails.Tests.Impact;

/// <summary>What a person is told, and that somebody who follows it ends where the plan wants to be.</summary>
public sealed class ImpactPortalGuideTests
{
    private static readonly Currency Dollars = Currency.Parse("USD");

    private static Contract Terms { get; } = new()
    {
        Id = new("12"),
        Partner = new(""),
        Name = "Rakuten 12",
        Status = ContractStatus.Active,
        Currency = Dollars,
        Terms =
        [
            new PercentOfSale
            {
                Scope = new TermScope { Rank = 1, Conditions = [new ScopeCondition { Field = ScopeField.CustomerStatus, Values = ["NEW"] }] },
                Rate = Rate.FromPercent(9),
                Level = PayoutLevel.Item,
            },
            new FlatPerAction
            {
                Scope = new TermScope { Rank = 2, Conditions = [new ScopeCondition { Field = ScopeField.Product, Values = ["A-1", "B,2"] }, new ScopeCondition { Field = ScopeField.Category, Operator = ScopeOperator.IsNot, Values = ["Sale"] }] },
                Amount = new Money(2.5m, Dollars),
                Level = PayoutLevel.Item,
            },
            new Tiered
            {
                Basis = TierBasis.PeriodRevenue,
                Period = TermPeriod.Month,
                Mode = TierMode.Marginal,
                Level = PayoutLevel.Item,
                Tiers = [new Tier(0, 10_000, CommissionAmount.Of(Rate.FromPercent(7.5m))), new Tier(10_000, null, CommissionAmount.Of(Rate.FromPercent(8)))],
            },
            new Bonus { Basis = TierBasis.PeriodCount, Period = TermPeriod.Month, Threshold = 100, Amount = CommissionAmount.Of(Rate.FromPercent(1)), OnEachFollowingAction = true },
            new Cap { Target = CapTarget.PayoutPerPartner, Payout = new Money(5000, Dollars), Period = TermPeriod.Month },
            new Cap { Target = CapTarget.SpendPerProgram, Payout = new Money(90_000, Dollars), Period = TermPeriod.Year },
            new SlottingFee { Trigger = SlottingFeeTrigger.ContractStart, Amount = new Money(250, Dollars) },
            new TimeBoxed
            {
                Name = "Sale week",
                From = new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero),
                Until = new DateTimeOffset(2027, 3, 8, 0, 0, 0, TimeSpan.Zero),
                Terms = [new PercentOfSale { Rate = Rate.FromPercent(12), Level = PayoutLevel.Item }],
            },
        ],
        Windows = new ReferralWindows { Click = TimeSpan.FromDays(30), View = TimeSpan.FromHours(36) },
        Locking = new LockingRule { Basis = LockBasis.MonthEnd, Months = 1, Days = 5 },
        Payout = new PayoutSchedule { Basis = LockBasis.Locked, Days = 15, Every = TermPeriod.Month },
        Attribution = AttributionRule.FirstTouch,
    };

    [Fact]
    public async Task Tells_every_field_of_a_template_in_the_order_of_the_form()
    {
        await using var rail = Offline.Open(new PlainPersonalValues());

        var task = rail.Port<IPortalGuide>()!.BuildTemplate(new TemplateDraft { Name = "Rakuten 12", Terms = Terms });

        (task.Task, task.Title, task.NeedsAnswer).Should().Be(("build-template", "Build the template terms 'Rakuten 12'", true));
        task.Instructions.Should().ContainInOrder(
            "Name: Rakuten 12",
            "Currency: USD. It cannot be changed later.",
            "Payout for the event type of category SALE, calculated per ITEM.",
            "Default payout: 7.5 %. Percent numbers are typed as they stand here: 7.5 means 7.5 %.",
            "Payout group 1 when CUSTOMER_STATUS IS NEW: 9 %.",
            "Payout group 2 when ITEM_SKU IS A-1,\"B,2\" and ITEM_CATEGORY IS_NOT Sale: 2.5 USD.",
            "Payout group 3 without a rule, so that it holds for everything: 7.5 %; tiers: from revenue 10000 USD 8 %.",
            "Keep the payout groups in this order: the first match from the top applies, no other.",
            "Performance bonus: SUBSEQUENT_ACTIONS, counted in ACTIONS per CALENDAR_MONTH: from 100 actions 1 %.",
            "Limit of the event: at most 5000 USD per MONTH.",
            "Referral window for CLICKS: 30 DAY.",
            "Referral window for IMPRESSIONS: 36 HOUR.",
            "Credit policy: FIRST_REFERRER.",
            "Action locking: basis TRACKED, period END_OF_MONTH, months 1, days 5.",
            "Payout scheduling: basis LOCKED, period END_OF_MONTH, days 15.",
            "Scheduled terms 'Sale week': from 2027-03-01T00:00:00+00:00 to 2027-03-07T23:59:59+00:00.",
            "Slotting fee at the start of the contract: 250 USD.",
            "Spend limit of the contract: 90000 USD per YEAR.");
    }

    [Fact]
    public async Task The_fields_are_the_published_event_payouts()
    {
        await using var rail = Offline.Open(new PlainPersonalValues());

        var task = rail.Port<IPortalGuide>()!.BuildTemplate(new TemplateDraft { Name = "Rakuten 12", Terms = Terms with { Terms = [Terms.Terms[0], new PercentOfSale { Rate = Rate.FromPercent(7.5m), Level = PayoutLevel.Item }], Windows = null, Locking = null, Payout = null } });

        task.FieldsJson.Should().Be(
            """{"name":"Rakuten 12","currency":"USD","eventPayouts":[{"EventCategory":"SALE","DefaultPayoutRate":7.5,"PayoutLevel":"ITEM","PayoutGroups":[{"Rank":1,"Rules":[{"Variable":"CUSTOMER_STATUS","Operator":"IS","Values":["NEW"]}],"PayoutRate":9}],"CreditPolicy":"FIRST_REFERRER"}]}""");
    }

    [Fact]
    public async Task What_template_terms_cannot_hold_is_left_to_the_person_and_never_put_into_another_field()
    {
        await using var rail = Offline.Open(new PlainPersonalValues());
        var odd = Terms with
        {
            Currency = null,
            MinimumPayout = new Money(50, Dollars),
            Attribution = AttributionRule.Linear,
            Terms =
            [
                new PercentOfSale { Rate = Rate.FromPercent(5) },
                new PercentOfSale { Rate = Rate.FromPercent(6) },
                new Recurring { Amount = CommissionAmount.Of(Rate.FromPercent(20)), Periods = 12 },
                new Bonus { Basis = TierBasis.PeriodRevenue, Period = TermPeriod.Month, Threshold = 1000, Amount = CommissionAmount.Of(new Money(100, Dollars)) },
                new Tiered { Basis = TierBasis.OrderValue, Mode = TierMode.Retroactive, Tiers = [new Tier(0, null, CommissionAmount.Of(Rate.FromPercent(3)))] },
            ],
        };

        var task = rail.Port<IPortalGuide>()!.BuildTemplate(new TemplateDraft { Name = "Odd", Terms = odd });

        var fields = JsonDocument.Parse(task.FieldsJson).RootElement;
        fields.GetProperty("manual").GetArrayLength().Should().Be(7);
        fields.GetProperty("eventPayouts").GetRawText().Should().Contain("\"DefaultPayoutRate\":5").And.NotContain("PerformanceBonus").And.NotContain("PayoutGroups");
        task.Instructions.Count(line => line.StartsWith("By hand: ", StringComparison.Ordinal)).Should().Be(7);
        string.Join('\n', task.Instructions).Should().Contain("Recurring commission (20 % on each payment, 12 payments)").And.Contain("paid once").And.Contain("Linear").And.Contain("minimum payout of 50 USD");
    }

    [Fact]
    public async Task A_switch_replaces_what_is_there_and_a_first_contract_is_proposed()
    {
        await using var rail = Offline.Open(new PlainPersonalValues());
        var draft = new ContractDraft { Partner = TargetRef.Known("5"), Template = TargetRef.Of("step-3"), TemplateName = "Rakuten 12", Terms = Terms, Replaces = new ContractId("S-1") };

        var change = rail.Port<IPortalGuide>()!.SwitchContract(draft);
        var first = rail.Port<IPortalGuide>()!.SwitchContract(draft with { Replaces = null });

        change.FieldsJson.Should().Be("""{"programId":"1000","partnerId":"5","templateId":"@step-3","templateName":"Rakuten 12","mode":"Replace","replaces":"S-1"}""");
        first.FieldsJson.Should().Be("""{"programId":"1000","partnerId":"5","templateId":"@step-3","templateName":"Rakuten 12","mode":"Propose"}""");
        string.Join('\n', change.Instructions).Should().Contain("Switch to existing contract").And.Contain("Replace");
        string.Join('\n', first.Instructions).Should().Contain("Add Partners");
    }

    [Fact]
    public async Task An_invitation_names_groups_and_values_and_no_personal_value()
    {
        await using var vault = new PlainPersonalValues();
        await using var rail = Offline.Open(vault);
        var draft = TwinDrafts.Partner(vault, "98001") with { GroupNames = ["Content", "Blogs"] };

        var task = rail.Port<IPortalGuide>()!.InvitePartner(draft);

        task.FieldsJson.Should().Be("""{"programId":"1000","name":"Fjord Reviews","website":"https://www.fjord-reviews.example","templateId":"98001","group":"Content","groups":["Content","Blogs"],"mpValue1":"4711","mpValue2":"aB*3xYz-q_1"}""");
        vault.Values().Should().OnlyContain(value => !task.FieldsJson.Contains(value) && task.Instructions.All(line => !line.Contains(value)));
    }

    [Fact]
    public void A_template_built_from_the_fields_gives_contracts_with_the_wanted_terms()
    {
        var contract = ContractMadeFromTemplate(Terms, fields => fields);

        Plain(contract).Should().Be(Plain(Terms));
    }

    [Fact]
    public void A_mistyped_rate_shows_in_the_first_contract()
    {
        var contract = ContractMadeFromTemplate(Terms, fields => fields.Replace("\"PayoutRate\":9", "\"PayoutRate\":10", StringComparison.Ordinal));

        Plain(contract).Should().NotBe(Plain(Terms));
        contract.Terms[0].Should().BeOfType<PercentOfSale>().Which.Rate.Should().Be(Rate.FromPercent(10));
    }

    /// <summary>Builds the template as the simulated person does, brings a partner in on it, and reads its contract.</summary>
    private static Contract ContractMadeFromTemplate(Contract terms, Func<string, string> typing)
    {
        using var world = new Scene();
        Contract? made = null;
        world.Twin.Run(new OpenGate(), async rail =>
        {
            var task = rail.Port<IPortalGuide>()!.BuildTemplate(new TemplateDraft { Name = terms.Name, Terms = terms });
            var template = await PortalClient.InProcess(world.Twin.Rail, world.Twin.Time).CreateTemplateAsync(typing(task.FieldsJson), CancellationToken.None);
            var receipt = await rail.Port<IPartnerWriter>()!.CreateAsync(TwinDrafts.Partner(world.Twin.Vault, template), await rail.ContextAsync(), CancellationToken.None);
            await foreach (var page in rail.Port<IContractReader>()!.ReadAsync(ReadScope.All, CancellationToken.None))
            {
                made = page.Records.Select(read => read.Record).FirstOrDefault(contract => contract.Partner.Value == receipt.NativeId) ?? made;
            }
        });
        return made!;
    }

    /// <summary>A contract without what is its partner's and its event type's own.</summary>
    private static Contract Plain(Contract contract) => contract with
    {
        Id = new("x"),
        Partner = new("x"),
        TemplateId = null,
        NativeStatus = null,
        StartsAt = null,
        Terms = [.. contract.Terms.Select(Plain)],
    };

    private static CommissionTerm Plain(CommissionTerm term) => term is TimeBoxed boxed
        ? boxed with { EventType = null, Terms = [.. boxed.Terms.Select(Plain)] }
        : term with { EventType = null };

    private sealed class Scene : IDisposable
    {
        public TwinWorld Twin { get; } = new(new ImpactSettings { ValueTyping = ValueTyping.Strings }) { PageSize = 1000 };

        public void Dispose() => Twin.Rail.Dispose();
    }
}
