using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Tests.Rakuten;

/// <summary>Links that no export lists: found on pages, named by the report alone, or without a URL.</summary>
public sealed class UnlistedLinkTests : IDisposable
{
    private const string Listed = "https://click.linksynergy.com/deeplink?id=AbC1*efGh/0&mid=38207&murl=https%3A%2F%2Fshop.example%2F&u1=a%26b";
    private const string Found = "https://click.linksynergy.com/deeplink?id=AbC1*efGh/0&mid=38207&murl=https%3A%2F%2Fshop.example%2Fboots";
    private readonly RakutenFolder folder = new RakutenFolder().WriteSmall();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Links_found_on_pages_are_observed_links_of_their_publisher_and_each_is_one_record()
    {
        folder.Write("crawled-links.csv", $"""
            Page URL,Link URL,Seen At
            https://fjord.example/best,{Found},2026-05-30
            https://fjord.example/again,http://linksynergy.jrs5.com/deeplink?mid=38207&murl=https%3A%2F%2Fshop.example%2Fboots&id=AbC1*efGh/0,
            https://fjord.example/home,{Listed.Replace("&u1=a%26b", "", StringComparison.Ordinal)}&u1=a%26b,
            https://fjord.example/other,https://click.linksynergy.com/deeplink?id=AbC1*efGh/0&mid=1&murl=https%3A%2F%2Fx.example,
            https://fjord.example/news,https://news.example/,

            """);

        var pages = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>());

        var links = pages.SelectMany(page => page.Records).Select(read => read.Record).ToList();
        links.Should().HaveCount(2);
        links[1].Should().BeEquivalentTo(new { TrackingUrl = Found, Evidence = LinkEvidence.Observed, Destination = "https://shop.example/boots", SeenIn = "crawled-links.csv:2", SeenOn = "https://fjord.example/best" });
        links[1].Partner.Value.Should().Be("2000001");
        links[1].SeenAt.Should().Be(new DateTimeOffset(2026, 5, 30, 0, 0, 0, TimeSpan.Zero));
        pages.Sum(page => page.Rows.Duplicates).Should().Be(2, "the second page and the link list say the same");
        pages.SelectMany(page => page.Findings).Where(finding => finding.Code == "BRG-RKT-055").Select(finding => finding.Place)
            .Should().Equal("crawled-links.csv:5", "crawled-links.csv:6");
    }

    [Fact]
    public async Task A_link_that_only_the_report_names_is_kept_without_a_URL_and_its_orders_find_it()
    {
        var report = string.Join('\n',
            RakutenFolder.ReportHeader,
            RakutenFolder.Report("2000001", "AbC1*efGh/0", "3101", "Content", "500001", "A-1", "2026-06-01", "100.50", "7.04"),
            RakutenFolder.Report("2000001", "AbC1*efGh/0", "3101", "Content", "500001", "A-2", "2026-06-02", "10", "1").Replace(",1,Home,", ",88,Boots banner,", StringComparison.Ordinal),
            RakutenFolder.Report("2000001", "AbC1*efGh/0", "3101", "Content", "500001", "A-3", "2026-06-03", "20", "2").Replace(",1,Home,", ",88,Boots banner,", StringComparison.Ordinal));
        folder.Write("custom-report.csv", report);

        var links = (await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>())).SelectMany(page => page.Records).Select(read => read.Record).ToList();
        var orders = (await Pages.OfAsync(folder.Open().Port<IConversionReader>())).SelectMany(page => page.Records).Select(read => read.Record).ToList();

        var unknown = links.Should().ContainSingle(link => link.Evidence == LinkEvidence.Unknown).Which;
        unknown.Should().BeEquivalentTo(new { TrackingUrl = (string?)null, Reference = "88", Name = "Boots banner", SeenIn = "custom-report.csv:3" });
        unknown.Id.Value.Should().Be("2000001:88");
        orders.Select(order => order.LinkReference).Should().Equal("1", "88", "88");
    }

    [Fact]
    public async Task A_listed_link_without_a_click_URL_is_computed_where_the_form_is_published_and_else_unknown()
    {
        folder.Write("links.csv", """
            Link ID,Link Name,Link Type,Site ID,Encrypted ID,Offer ID,Click URL,Landing URL,u1,Start Date,End Date,Status
            1,Home,deep,2000001,,,,https://shop.example/x?a=1,a&b,,,active
            2,Old,text,2000001,,900001,,https://shop.example/,,,,active

            """);

        var pages = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>());

        var links = pages.SelectMany(page => page.Records).Select(read => read.Record).ToList();
        links[0].TrackingUrl.Should().Be("https://click.linksynergy.com/deeplink?id=AbC1*efGh/0&mid=38207&murl=https%3A%2F%2Fshop.example%2Fx%3Fa%3D1&u1=a%26b");
        (links[0].Evidence, links[0].Kind).Should().Be((LinkEvidence.Computed, LinkKind.Deep));
        (links[1].TrackingUrl, links[1].Evidence, links[1].Destination).Should().Be((null, LinkEvidence.Unknown, "https://shop.example/"));
        pages.SelectMany(page => page.Findings).Count(finding => finding.Code == "BRG-RKT-054").Should().Be(2);
    }

    [Fact]
    public async Task A_read_that_is_taken_up_behind_a_page_goes_on_with_the_next_one()
    {
        folder.Write("crawled-links.csv", "Page URL,Link URL\n" + string.Concat(Enumerable.Range(0, 2500).Select(number => $"https://fjord.example/{number},{Found}%2F{number}\n")));
        var all = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>());

        var rest = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>(), ReadScope.All with { After = all[1].Cursor });

        rest.SelectMany(page => page.Records).Select(read => read.Record).Should().Equal(all.Skip(2).SelectMany(page => page.Records).Select(read => read.Record));
        all.Sum(page => page.Records.Count).Should().Be(2501);
    }
}
