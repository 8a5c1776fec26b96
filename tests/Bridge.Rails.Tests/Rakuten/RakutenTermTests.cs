using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenTermTests : IDisposable
{
    private readonly RakutenFolder folder = new RakutenFolder().WriteSmall();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_contract_is_an_assignment_with_the_terms_of_its_offer()
    {
        var read = (await ReadAsync())[0].Records.Should().ContainSingle().Which;

        read.Record.Should().Be(new Contract
        {
            Id = new("2000001:500001"),
            Partner = new("2000001"),
            Name = "24.10 Base",
            TemplateId = "500001",
            TemplateKind = "baseline",
            Status = ContractStatus.Active,
            NativeStatus = "active",
            Currency = Currency.Parse("USD"),
            Terms = [new PercentOfSale { Rate = new Rate(0.07m), Level = PayoutLevel.Unknown }],
            Windows = new ReferralWindows { Click = TimeSpan.FromDays(30) },
            Locking = new LockingRule { Basis = LockBasis.Tracked, Days = 45 },
            Attribution = AttributionRule.LastTouch,
        });
        read.Losses.Should().BeEmpty();
    }

    [Fact]
    public async Task Tiers_keep_their_numbers_and_an_unstated_basis_stays_open()
    {
        var pages = await ReadAsync(
            "500001,25,Tiers,private,active,1,Y,N,,,,percentage,5,0,500,,30,45,Y,,,USD",
            "500001,25,Tiers,private,active,1,Y,N,,,,percentage,6.5,500,2000,,30,45,Y,,,USD",
            "500001,25,Tiers,private,active,1,Y,N,,,,percentage,8,2000,,,30,45,Y,,,USD");

        var contract = pages[0].Records[0].Record;
        contract.Terms.Should().Equal(new Tiered
        {
            Basis = TierBasis.Undeclared,
            Mode = TierMode.Undeclared,
            Level = PayoutLevel.Unknown,
            Tiers =
            [
                new Tier(0, 500, CommissionAmount.Of(new Rate(0.05m))),
                new Tier(500, 2000, CommissionAmount.Of(new Rate(0.065m))),
                new Tier(2000, null, CommissionAmount.Of(new Rate(0.08m))),
            ],
        });
        pages[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-RKT-043" && finding.Severity == Severity.Warning && finding.Subject == "500001");
        pages[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-RKT-045" && finding.Severity == Severity.Note, "an assumption about an offer is told once, not per contract");
    }

    [Fact]
    public async Task Stated_bases_are_taken_and_a_period_that_is_not_stated_is_assumed_aloud()
    {
        folder.Write("offer-assignments.csv", "Site ID,Offer ID\n2000001,1\n2000001,2\n2000001,3\n");

        var pages = await ReadAsync(
            "1,1,Order,private,active,1,Y,N,,,,percentage,5,0,500,order value,30,45,N,,,USD",
            "1,1,Order,private,active,1,Y,N,,,,percentage,6,500,,order value,30,45,N,,,USD",
            "2,2,Revenue,private,active,2,Y,N,,,,flat,5,0,500,period revenue,30,45,N,,,USD",
            "2,2,Revenue,private,active,2,Y,N,,,,flat,6,500,,period revenue,30,45,N,,,USD",
            "3,3,Count,private,active,3,Y,N,,,,percentage,6,25,,period count,30,45,N,,,USD");

        var terms = pages[0].Records.Select(read => read.Record.Terms[0].Should().BeOfType<Tiered>().Which).ToList();
        terms.Select(term => (term.Basis, term.Period, term.Mode)).Should().Equal(
            (TierBasis.OrderValue, TermPeriod.None, TierMode.Retroactive),
            (TierBasis.PeriodRevenue, TermPeriod.Month, TierMode.Undeclared),
            (TierBasis.PeriodCount, TermPeriod.Month, TierMode.Undeclared));
        terms[1].Tiers[1].Amount.Flat.Should().Be(new Money(6, Currency.Parse("USD")));
        terms[2].Tiers.Should().ContainSingle().Which.From.Should().Be(25);
        pages[0].Findings.Where(finding => finding.Code == "BRG-RKT-044").Select(finding => finding.Subject).Should().Equal("2", "3");
    }

    [Fact]
    public async Task Conditions_carry_the_members_of_their_lists()
    {
        folder.Write("commissioning-lists/New Customers.txt", "\uFEFFNEW\r\n\r\nFIRSTORDER\r\nNEW\r\n");

        var pages = await ReadAsync(
            "500001,26,New,private,active,1,Y,Y,,,,percentage,5,0,,,30,45,N,,,USD",
            "500001,26,New,private,active,2,N,N,customer status,is not,new customers,percentage,2,0,,,30,45,N,,,USD");

        var contract = pages[0].Records[0].Record;
        contract.Terms[1].Scope.Conditions.Should().Equal(new ScopeCondition
        {
            Field = ScopeField.CustomerStatus,
            Operator = ScopeOperator.IsNot,
            Values = ["FIRSTORDER", "NEW"],
            ListName = "new customers",
        });
        contract.Attribution.Should().Be(AttributionRule.FirstTouch);
        pages[0].Records[0].Losses.Should().ContainSingle(loss => loss.Code == "FirstClickMixed");
        pages[0].Findings.Should().ContainSingle(finding => finding.Place == "commissioning-lists/New Customers.txt" && finding.Message.Contains("3 rows read = 2 values + 1 duplicates", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("500001,26,New,private,active,2,N,N,sku,is,Heroes,percentage,2,0,,,30,45,N,,,USD", "BRG-RKT-042", "'Heroes'")]
    [InlineData("500001,26,New,private,active,2,N,N,sku,resembles,Heroes,percentage,2,0,,,30,45,N,,,USD", "BRG-RKT-041", "'resembles'")]
    [InlineData("500001,26,New,private,active,2,Y,N,,,,per click,2,0,,,30,45,N,,,USD", "BRG-RKT-041", "'per-click'")]
    [InlineData("500001,26,New,private,active,2,Y,N,,,,percentage,2,0,500,,30,45,N,,,USD", "BRG-RKT-041", "leave a gap")]
    [InlineData("500001,26,New,private,active,2,Y,N,,,,percentage,2,0,,,30,45,N,,,XYZ", "BRG-RKT-041", "'XYZ'")]
    [InlineData("500001,26,New,private,active,2,Y,N,,,,percentage,abc,0,,,30,45,N,,,USD\n500001,26,New,private,active,1,Y,N,,,,percentage,2,0,,,30,45,N,,,USD", "BRG-RKT-041", "'Commission' must be a number")]
    [InlineData("500001,26,New,private,active,2,Y,N,,,,percentage,2,0,500,loyalty,30,45,N,,,USD\n500001,26,New,private,active,2,Y,N,,,,percentage,2,500,,loyalty,30,45,N,,,USD", "BRG-RKT-041", "'loyalty'")]
    [InlineData("500001,26,New,private,active,1,Y,N,,,,percentage,2,0,,,30,45,N,,,USD\n500001,26,New,private,active,2,N,N,,,,percentage,2,0,,,7,45,N,,,USD", "BRG-RKT-041", "other facts")]
    public async Task Terms_that_cannot_be_read_in_full_stop_the_contract_and_say_why(string rows, string code, string why)
    {
        var pages = await ReadAsync(rows.Split('\n'));

        pages[0].Records.Should().ContainSingle("the contract is extracted and counted as blocked");
        pages[0].Findings.Should().ContainSingle(finding => finding.Severity == Severity.Excluding).Which.Should().Match<Finding>(finding =>
            finding.Code == code && finding.Subject == "2000001:500001" && finding.Place == "offer-assignments.csv:2" && finding.Message.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_assigned_offer_that_nobody_knows_stops_its_contract()
    {
        folder.Write("offer-assignments.csv", "Site ID,Offer ID\n2000001,777\n");

        var pages = await ReadAsync();

        pages[0].Records.Should().ContainSingle().Which.Record.Status.Should().Be(ContractStatus.Unknown);
        pages[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-RKT-040" && finding.Severity == Severity.Excluding && finding.Subject == "2000001:777");
    }

    [Fact]
    public async Task A_publisher_without_assignment_has_no_contract_and_never_the_baseline()
    {
        folder.Write("publishers-approved.csv", "Site ID,Publisher Name,URL,Email,Join Date\n2000001,A,,,\n2000009,B,,,\n");

        var pages = await ReadAsync();

        pages.SelectMany(page => page.Records).Select(read => read.Record.Partner.Value).Should().Equal("2000001");
        pages.SelectMany(page => page.Findings).Should().ContainSingle(finding => finding.Code == "BRG-RKT-032" && finding.Subject == "2000009");
    }

    [Fact]
    public async Task Offer_numbers_stay_texts_and_are_not_unique()
    {
        folder.Write("offer-assignments.csv", "Site ID,Offer ID\n2000001,1\n2000001,2\n2000001,3\n");

        var pages = await ReadAsync(
            "1,24.1,One,public,active,1,Y,N,,,,percentage,5,0,,,30,45,N,,,USD",
            "2,24.10,Two,public,active,2,Y,N,,,,percentage,6,0,,,30,45,N,,,USD",
            "3,24.1,Three,public-special,active,3,Y,N,,,,percentage,7,0,,,30,45,N,2026-06-01,2026-07-31,USD");

        pages[0].Records.Select(read => read.Record.Name).Should().Equal("24.1 One", "24.10 Two", "24.1 Three");
        pages[0].Records[2].Record.StartsAt.Should().Be(new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero), "a special offer holds from its start");
        pages[0].Records[2].Record.EndsAt.Should().Be(new DateTimeOffset(2026, 7, 31, 23, 59, 59, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("active", "", "", ContractStatus.Active)]
    [InlineData("active", "", "2026-06-29", ContractStatus.Expired)]
    [InlineData("active", "", "2026-06-30", ContractStatus.Active)]
    [InlineData("active", "2026-07-01", "", ContractStatus.Upcoming)]
    [InlineData("active", "2026-06-30", "", ContractStatus.Active)]
    [InlineData("available", "", "", ContractStatus.Pending)]
    [InlineData("upcoming", "", "", ContractStatus.Upcoming)]
    [InlineData("ended", "", "", ContractStatus.Expired)]
    [InlineData("paused", "", "", ContractStatus.Unknown)]
    public async Task The_state_follows_offer_and_assignment_on_the_day_of_the_export(string word, string start, string end, ContractStatus expected)
    {
        folder.Write("offer-assignments.csv", $"Site ID,Offer ID,Start Date,End Date\n2000001,500001,{start},{end}\n");

        var pages = await ReadAsync($"500001,1,One,private,{word},1,Y,N,,,,percentage,5,0,,,30,45,N,,,USD");

        pages[0].Records[0].Record.Status.Should().Be(expected);
        pages[0].Records[0].Record.NativeStatus.Should().Be(word);
    }

    private async Task<IReadOnlyList<ReadPage<Contract>>> ReadAsync(params string[] offers)
    {
        if (offers.Length > 0)
        {
            folder.Write("offers.csv", $"{RakutenFolder.OfferHeader}\n{string.Join('\n', offers)}\n");
        }

        await using var rail = folder.Open();
        return await Pages.OfAsync(rail.Port<IContractReader>());
    }
}
