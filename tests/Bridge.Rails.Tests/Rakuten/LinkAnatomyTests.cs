using Bridge.Model.Findings;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Rakuten;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class LinkAnatomyTests : IDisposable
{
    private const string Header = "Link ID,Link Name,Link Type,Site ID,Encrypted ID,Offer ID,Click URL,Landing URL,u1,Start Date,End Date,Status\n";
    private readonly RakutenFolder folder = new RakutenFolder().WriteSmall();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("https://click.linksynergy.com/deeplink?id=aB*/9&mid=38207&murl=https%3A%2F%2Fshop.example%2Fgo%3Fnext%3Da%252Fb&u1=a%26b%3Dc")]
    [InlineData("https://click.linksynergy.com/deeplink?id=aB*/9&mid=38207&u=https%3A%2F%2Fshop.example%2Fgo%3Fnext%3Da%252Fb&u1=a%26b%3Dc")]
    [InlineData("https://linksynergy.jrs5.com/deeplink?u1=a%26b%3Dc&murl=https%3A%2F%2Fshop.example%2Fgo%3Fnext%3Da%252Fb&mid=38207&id=aB*/9")]
    public void Deep_links_are_told_by_their_path_and_decoded_once(string url)
    {
        var anatomy = LinkAnatomy.Of(url)!;

        anatomy.IsDeep.Should().BeTrue();
        anatomy.EncryptedId.Should().Be("aB*/9");
        anatomy.AdvertiserId.Should().Be("38207");
        anatomy.Destination.Should().Be("https://shop.example/go?next=a%2Fb", "nested addresses keep their own encoding");
        anatomy.U1.Should().Be("a&b=c");
        anatomy.Missing.Should().BeEmpty();
    }

    [Fact]
    public void Creative_links_name_rule_and_creative_and_the_default_sub_ids_are_none()
    {
        var plain = LinkAnatomy.Of("https://click.linksynergy.com/fs-bin/click?id=aB&offerid=900001.77&type=3&subid=0")!;
        var feed = LinkAnatomy.Of("https://click.linksynergy.com/fs-bin/click?id=aB&offerid=900001.77&type=3&subid=LSNSUBSITE&u1=x")!;
        var real = LinkAnatomy.Of("https://click.linksynergy.com/fs-bin/click?id=aB&offerid=900001.77&type=4&subid=blog-7")!;

        plain.IsCreative.Should().BeTrue();
        plain.Creative.Should().Be("900001.77");
        (plain.SubId, feed.SubId, real.SubId).Should().Be((null, null, "blog-7"));
        feed.U1.Should().Be("x");
    }

    [Fact]
    public void Missing_parameters_are_named()
    {
        LinkAnatomy.Of("https://click.linksynergy.com/deeplink?mid=38207")!.Missing.Should().Equal("id", "murl");
        LinkAnatomy.Of("https://click.linksynergy.com/fs-bin/click?id=a")!.Missing.Should().Equal("offerid");
        LinkAnatomy.Of("not a link").Should().BeNull();
    }

    [Fact]
    public async Task The_owner_is_found_by_the_encrypted_id_when_the_row_has_no_site_id_and_letter_case_counts()
    {
        folder.Write("links.csv", $"{Header}1,A,text,,AbC1*efGh/0,900001,https://click.linksynergy.com/fs-bin/click?id=AbC1*efGh/0&offerid=900001.1&type=3&subid=0,https://shop.example/,,,,active\n2,B,deep,,,,https://click.linksynergy.com/deeplink?id=aBC1*efGh/0&mid=38207&murl=https%3A%2F%2Fshop.example%2F,,,,,active\n");

        var pages = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>());

        var link = pages[0].Records.Should().ContainSingle().Which.Record;
        link.Partner.Value.Should().Be("2000001");
        link.Kind.Should().Be(LinkKind.Text);
        link.CreativeId.Should().Be("900001.1");
        link.Destination.Should().Be("https://shop.example/");
        pages[0].Rows.Unreadable.Should().Be(1);
        pages[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-RKT-052" && finding.Place == "links.csv:3");
    }

    [Fact]
    public async Task Links_of_another_advertiser_foreign_forms_and_foreign_ids_are_reported()
    {
        folder.Write("links.csv", $"{Header}1,A,deep,2000001,,,https://click.linksynergy.com/deeplink?id=AbC1*efGh/0&mid=99999&murl=https%3A%2F%2Fshop.example%2F,,,,,active\n2,B,text,2000001,,900001,https://go.example/x,https://shop.example/,sub,,,paused\n3,C,deep,2000001,abc1*efgh/0,,https://click.linksynergy.com/deeplink?id=abc1*efgh/0&mid=38207,,,,,active\n");

        var pages = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>());

        pages[0].Findings.Select(finding => (finding.Code, finding.Subject)).Should().Equal(
            ("BRG-RKT-051", "1"), ("BRG-RKT-050", "2"), ("BRG-RKT-050", "3"), ("BRG-RKT-053", "3"));
        pages[0].Findings[0].Severity.Should().Be(Severity.Excluding);
        var foreign = pages[0].Records[1].Record;
        foreign.Destination.Should().Be("https://shop.example/");
        foreign.SubIds.Should().Equal(new SubId("u1", "sub"));
        foreign.Status.Should().Be(LinkStatus.Unknown);
        pages[0].Records[1].Losses.Should().ContainSingle(loss => loss.Code == "StateUnknown");
    }

    [Fact]
    public async Task The_sub_id_in_the_url_counts_before_the_column()
    {
        folder.Write("links.csv", $"{Header}1,A,deep,2000001,,,https://click.linksynergy.com/deeplink?id=AbC1*efGh/0&mid=38207&murl=https%3A%2F%2Fshop.example%2Fa&u1=50%2525%20off,https://shop.example/b,50%25 off,,2026-06-30,active\n");

        var pages = await Pages.OfAsync(folder.Open().Port<ITrackingLinkReader>());

        var read = pages[0].Records.Should().ContainSingle().Which;
        read.Record.SubIds.Should().Equal(new SubId("u1", "50%25 off"));
        read.Record.Destination.Should().Be("https://shop.example/a");
        read.Record.EndsAt.Should().Be(new DateTimeOffset(2026, 6, 30, 23, 59, 59, TimeSpan.Zero), "the last day still counts");
        read.Losses.Should().ContainSingle(loss => loss.Code == "LandingUrl");
    }
}
