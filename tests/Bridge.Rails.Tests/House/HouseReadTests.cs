using Bridge.Model.Contracts;
using Bridge.Model.Findings;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.House.Files;
using Bridge.Rails.Tests.Rakuten;
using Bridge.Simulation.House;

namespace Bridge.Rails.Tests.House;

public sealed class HouseReadTests : IDisposable
{
    private const string TermHeader = "Contract ID,Partner ID,Start Date,Term,Term Kind,Rate,Amount,Basis,Period,Mode,From,Up To,Scope,Valid From,Valid Until,Override,Cap Target,First Payment,Payments\n";
    private readonly HouseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_tidy_and_a_dirty_brand_hold_the_same_cents()
    {
        foreach (var dirty in new[] { false, true })
        {
            var house = SimulatedHouse.Create(3, 60, dirty);
            using var brand = new HouseFolder().Write(house);

            var pages = await Pages.OfAsync(brand.Open().Port<IConversionReader>());
            var partners = await Pages.OfAsync(brand.Open().Port<IPartnerReader>());

            pages.SelectMany(page => page.Records).Sum(read => read.Record.Payout!.Value.Amount).Should().Be(house.Truth.Commission);
            partners.Sum(page => page.Rows.Unreadable).Should().Be(house.Truth.UnreadablePartners);
            partners.Sum(page => page.Rows.Totals).Should().Be(house.Truth.PartnerTotals);
            partners.SelectMany(page => page.Findings).Should().NotContain(finding => house.Truth.Emails.Any(email => finding.ToString().Contains(email, StringComparison.Ordinal)));
            partners.SelectMany(page => page.Records).Should().OnlyContain(read => house.Truth.Emails.All(email => !read.Record.ToString().Contains(email, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Every_kind_of_term_is_read()
    {
        folder.Write("contracts.csv", TermHeader
            + "C,1,2024-01-01,,percent,7.5,,,,,,,category is Shoes|Boots; other:LOYALTY isNot gold,,,,,,\n"
            + "C,1,,2,tiered,5,,periodCount,month,marginal,0,10,,,,,,,\n"
            + "C,1,,2,tiered,,4.50,periodCount,month,marginal,10,,,,,,,,\n"
            + "C,1,,,recurring,20,,,month,,,,,,,,,1,12\n"
            + "C,1,,,bonus,,100,periodRevenue,quarter,,5000,,,,,,,,\n"
            + "C,1,,,cap,,500,,month,,,,,,,,payoutPerPartner,,\n"
            + "C,1,,,percent,9,,,,,,,,2026-11-01,2026-11-30,Black Friday,,,\n");

        var page = (await Pages.OfAsync(folder.Open().Port<IContractReader>()))[0];

        page.Findings.Select(finding => finding.Code).Should().Equal("BRG-HSE-013");
        page.Findings[0].Message.Should().Contain("7 rows read = 1 contracts + 6 further terms");
        var terms = page.Records.Should().ContainSingle().Which.Record.Terms;
        terms.Select(term => term.GetType().Name).Should().Equal("PercentOfSale", "Tiered", "Recurring", "Bonus", "Cap", "TimeBoxed");
        terms[0].Scope.Conditions.Select(condition => (condition.Field, condition.NativeField, condition.Operator, string.Join('|', condition.Values))).Should().Equal(
            (ScopeField.Category, null, ScopeOperator.Is, "Boots|Shoes"), (ScopeField.Other, "LOYALTY", ScopeOperator.IsNot, "gold"));
        ((Tiered)terms[1]).Tiers.Should().Equal(
            new Tier(0, 10, CommissionAmount.Of(Rate.FromPercent(5))), new Tier(10, null, CommissionAmount.Of(new Money(4.5m, Currency.Parse("EUR")))));
        terms[5].Should().BeOfType<TimeBoxed>().Which.Until.Should().Be(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("C,1,,,percent,,,,,,,,,,,,,,", "column 'Rate' must not be blank")]
    [InlineData("C,1,,,revshare,5,,,,,,,,,,,,,", "column 'Term Kind' must be")]
    [InlineData("C,1,,,percent,5,,,,,,,shoes,,,,,,", "column 'Scope' must be")]
    [InlineData("C,1,,9,tiered,5,,orderValue,,,0,100,,,,,,,", "the last tier has an end")]
    [InlineData("C,2,,,percent,5,,,,,,,,,,,,,", "states another 'Partner ID'")]
    [InlineData("C,1,,,tiered,5,3,orderValue,,,0,,,,,,,,", "and not both")]
    public async Task A_contract_with_a_row_that_cannot_be_read_is_excluded_and_says_why(string row, string reason)
    {
        folder.Write("contracts.csv", $"{TermHeader}C,1,2024-01-01,,percent,7.5,,,,,,,,,,,,,\n{row}\n");

        var page = (await Pages.OfAsync(folder.Open().Port<IContractReader>()))[0];

        page.Findings.Should().ContainSingle(finding => finding.Severity == Severity.Excluding).Which.Should().Match<Finding>(finding =>
            finding.Code == "BRG-HSE-020" && finding.Subject == "C" && finding.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_say_how_they_are_known_and_pages_add_those_that_no_list_has()
    {
        folder.Write("partners.csv", "Partner ID,Name,Website\n1,A,https://a.example\n2,B,https://shared.example\n3,C,https://shared.example\n")
            .Write("links.csv", "Link ID,Partner ID,Tracking URL,Known By,Report ID\nL1,1,https://c.example/1,,\nL2,1,,,r-2\nL3,1,https://c.example/3,computed,\nL4,1,https://c.example/4,unknown,\n")
            .Write("crawled-links.csv", "Page URL,Link URL,Seen At,Partner ID\nhttps://www.a.example/x,https://c.example/9,2026-05-30,\nhttps://a.example/y,https://c.example/1,,\nhttps://shared.example/z,https://c.example/8,,\nhttps://shared.example/z,https://c.example/8,,3\n");

        var pages = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>());

        pages.SelectMany(page => page.Records).Select(read => (read.Record.Partner.Value, read.Record.TrackingUrl, read.Record.Evidence, read.Record.SeenIn)).Should().Equal(
            ("1", "https://c.example/1", LinkEvidence.Observed, "links.csv:2"),
            ("1", null, LinkEvidence.Unknown, "links.csv:3"),
            ("1", "https://c.example/3", LinkEvidence.Computed, "links.csv:4"),
            ("1", "https://c.example/4", LinkEvidence.Observed, "links.csv:5"),
            ("1", "https://c.example/9", LinkEvidence.Observed, "crawled-links.csv:2"),
            ("3", "https://c.example/8", LinkEvidence.Observed, "crawled-links.csv:5"));
        pages.SelectMany(page => page.Findings).Select(finding => (finding.Code, finding.Place)).Should().Equal(
            ("BRG-TAB-024", "links.csv:5"), ("BRG-TAB-021", "crawled-links.csv:4"));
        pages.Sum(page => page.Rows.Duplicates).Should().Be(1);
        pages.SelectMany(page => page.Records).Select(read => read.Record.Reference).OfType<string>().Should().Equal("r-2");
    }

    [Fact]
    public async Task A_missing_list_blocks_until_the_settings_say_that_there_is_none()
    {
        folder.Write("partners.csv", "Partner ID,Name\nEXAMPLE: P-1,A\n2,B\n");

        var links = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>());
        var none = await Pages.OfAsync(folder.Open(("linkFiles", "none")).Port<ITrackingLinkReader>());
        var groups = await Pages.OfAsync(folder.Open().Port<IPartnerGroupReader>());
        var partners = await Pages.OfAsync(folder.Open().Port<IPartnerReader>());

        links[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-002" && finding.Severity == Severity.Blocking);
        none[0].Findings.Should().BeEmpty();
        groups.Should().ContainSingle().Which.Findings.Should().BeEmpty();
        partners[0].Rows.Should().Be(new RowCounts(2, 1, 1, 0, 0));
        partners[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-019");
    }

    [Fact]
    public void Tables_stand_in_the_order_of_their_kinds_and_every_column_is_explained()
    {
        HouseSchemas.All.Select(schema => schema.Name).Should().Equal(Enum.GetNames<HouseKind>());
        HouseSchemas.All.SelectMany(schema => schema.Columns).Should().OnlyContain(column => column.Meaning.Length > 0);
    }
}
