using Bridge.Model.Contracts;
using Bridge.Model.Identity;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Testing.Privacy;

namespace Bridge.Rails.Tests.Impact;

/// <summary>Every value to type, in the order of the form, with nothing left to interpret.</summary>
public sealed class ImpactBuildSheetTests
{
    private static readonly Currency Dollars = Currency.Parse("USD");

    private static readonly Contract Terms = new()
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
            new PercentOfSale { Rate = Rate.FromPercent(7.5m), Level = PayoutLevel.Item },
            new Cap { Target = CapTarget.PayoutPerPartner, Payout = new Money(5000, Dollars), Period = TermPeriod.Month },
        ],
        Windows = new ReferralWindows { Click = TimeSpan.FromDays(30) },
        Locking = new LockingRule { Basis = LockBasis.MonthEnd, Months = 1, Days = 5 },
        Payout = new PayoutSchedule { Basis = LockBasis.Locked, Days = 15, Every = TermPeriod.Month },
        Attribution = AttributionRule.LastTouch,
    };

    [Fact]
    public async Task The_sheet_of_a_template_says_every_field_in_the_order_of_the_form()
    {
        await using var rail = Offline.Open(new PlainPersonalValues());

        var sheet = rail.Port<IPortalGuide>()!.BuildTemplate(new TemplateDraft { Name = "Rakuten 12", Terms = Terms }).Sheet;

        string.Join('\n', sheet.Select(line => $"{line.Screen} | {line.Field} | {line.Value}")).Should().Be("""
            Contracts > Template Terms > Create | Start from | an empty template
            Contracts > Template Terms > Create | Name | Rakuten 12
            Contracts > Template Terms > Create | Currency | USD
            Event payout: SALE | Event type | the one of category SALE
            Event payout: SALE | Calculated per | ITEM
            Event payout: SALE | Default payout, kind | Percent of sale
            Event payout: SALE | Default payout | 7.5
            Event payout: SALE | Payout group 1, place | 1 of 1
            Event payout: SALE | Payout group 1, rules | CUSTOMER_STATUS IS NEW
            Event payout: SALE | Payout group 1, payout, kind | Percent of sale
            Event payout: SALE | Payout group 1, payout | 9
            Event payout: SALE | Limit of the event, of | Payout
            Event payout: SALE | Limit of the event, at most | 5000
            Event payout: SALE | Limit of the event, per | MONTH
            Event payout: SALE | Click window | 30
            Event payout: SALE | View window | off
            Event payout: SALE | Credit policy | LAST_REFERRER
            Event payout: SALE | Action locking, basis | TRACKED
            Event payout: SALE | Action locking, period | END_OF_MONTH
            Event payout: SALE | Action locking, months | 1
            Event payout: SALE | Action locking, days | 5
            Event payout: SALE | Payout scheduling, basis | LOCKED
            Event payout: SALE | Payout scheduling, period | END_OF_MONTH
            Event payout: SALE | Payout scheduling, days | 15
            Save | Save | 
            Answer to Bridge | Template id | the number in the address of the template's page
            """);
    }

    [Fact]
    public async Task What_the_source_does_not_set_is_said_so_and_nothing_is_left_to_guess()
    {
        await using var rail = Offline.Open(new PlainPersonalValues());

        var sheet = rail.Port<IPortalGuide>()!.BuildTemplate(new TemplateDraft { Name = "T", Terms = Terms with { Currency = null, Locking = null, Payout = null, Windows = null } }).Sheet;

        sheet.Should().Contain(line => line.Field == "Action locking" && line.Value == "as the app offers it" && line.Note == "The source sets none.")
            .And.Contain(line => line.Field == "Payout scheduling" && line.Note == "The source sets none.")
            .And.Contain(line => line.Field == "Click window" && line.Value == "off")
            .And.Contain(line => line.Field == "Currency" && line.Value == "ask the brand");
        sheet.Should().OnlyContain(line => line.Value.Length > 0 || line.Field == "Save");
    }

    [Fact]
    public async Task Switches_proposals_and_invitations_have_sheets_without_personal_values()
    {
        await using var vault = new PlainPersonalValues();
        await using var rail = Offline.Open(vault);
        var guide = rail.Port<IPortalGuide>()!;
        var draft = new ContractDraft { Partner = TargetRef.Known("5"), Template = TargetRef.Known("98001"), TemplateName = "Rakuten 12", Terms = Terms, Replaces = new ContractId("S-1") };

        var change = guide.SwitchContract(draft).Sheet;
        var proposal = guide.SwitchContract(draft with { Replaces = null }).Sheet;
        var invitation = guide.InvitePartner(TwinDrafts.Partner(vault, "98001") with { GroupNames = ["Content"] }).Sheet;

        change.Select(line => (line.Field, line.Value)).Should().Contain([("Contract in force", "S-1"), ("Template terms", "Rakuten 12"), ("How", "Replace"), ("Length", "not Temporary")]);
        proposal.Select(line => line.Screen).Distinct().Should().Equal("Contracts > Template Terms", "Add Partners");
        invitation.Select(line => (line.Field, line.Value)).Should().Contain([("Partner group", "Content"), ("Partner value 1", "4711"), ("Template id", "98001")]);
        vault.Values().Should().OnlyContain(value => invitation.All(line => !line.Value.Contains(value) && !line.Note.Contains(value)));
    }
}
