using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Tests.Impact;

/// <summary>The paging variants of the rail sheet, section 4.</summary>
public sealed class ImpactPagingTests : IDisposable
{
    private const string Codes = ScriptedImpact.Prefix + "/PromoCodes";
    private readonly ScriptedImpact network = new();

    public void Dispose() => network.Dispose();

    [Fact]
    public void Follows_the_address_of_the_next_page()
    {
        network.On(Codes + "?", Page("1", $",\"@nextpageuri\":\"{Codes}?CampaignId=1000&PageSize=2&Page=2\""))
            .On(Codes + "?CampaignId=1000&PageSize=2&Page=2", Page("2", ",\"@nextpageuri\":\"\""));

        Read().Should().Equal("1", "2");
    }

    [Fact]
    public void Goes_on_by_page_numbers_when_no_address_is_given()
    {
        network.On(Codes, Page("1", ",\"@page\":\"1\",\"@numpages\":\"3\""))
            .On(Codes + "?CampaignId=1000&PageSize=2&Page=2", Page("2", ",\"@page\":\"2\",\"@numpages\":3"))
            .On(Codes + "?CampaignId=1000&PageSize=2&Page=3", Page("3", ",\"@page\":3,\"@numpages\":\"3\",\"@nextpageuri\":\"\""));

        Read().Should().Equal("1", "2", "3");
    }

    [Fact]
    public void Goes_on_while_pages_are_full_when_nothing_else_is_said()
    {
        network.On(Codes, "{\"PromoCodes\":[{\"Id\":\"1\",\"Code\":\"A\"},{\"Id\":\"2\",\"Code\":\"B\"}]}")
            .On(Codes + "?CampaignId=1000&PageSize=2&Page=2", Page("3", ""));

        Read().Should().Equal("1", "2", "3");
    }

    [Fact]
    public void Stops_at_an_empty_address_even_when_the_page_is_full()
    {
        network.On(Codes, "{\"PromoCodes\":[{\"Id\":\"1\",\"Code\":\"A\"},{\"Id\":\"2\",\"Code\":\"B\"}],\"@nextpageuri\":\"\"}");

        Read().Should().Equal("1", "2");
    }

    [Fact]
    public void Refuses_a_page_that_names_itself_as_the_next()
    {
        network.On(Codes, Page("1", $",\"@nextpageuri\":\"{Codes}?CampaignId=1000&PageSize=2\""));

        var read = Read;

        read.Should().Throw<RailContractException>().Which.Rule.Should().Contain("InvalidData");
    }

    [Fact]
    public void Refuses_a_list_that_runs_in_a_circle()
    {
        network.On(Codes, Page("1", $",\"@nextpageuri\":\"{Codes}?Page=2\""))
            .On(Codes + "?Page=2", Page("2", $",\"@nextpageuri\":\"{Codes}?Page=3\""))
            .On(Codes + "?Page=3", Page("3", $",\"@nextpageuri\":\"{Codes}?Page=2\""));

        var read = Read;

        read.Should().Throw<RailContractException>().WithMessage("*read already*");
    }

    [Fact]
    public void Refuses_a_list_that_ignores_the_page_number()
    {
        network.On(Codes, "{\"PromoCodes\":[{\"Id\":\"1\",\"Code\":\"A\"},{\"Id\":\"2\",\"Code\":\"B\"}]}");

        var read = Read;

        read.Should().Throw<RailContractException>().WithMessage("*same bytes*");
        network.Requests.Should().HaveCount(2);
    }

    [Fact]
    public void Takes_an_address_with_a_host_and_stays_on_its_own()
    {
        network.On(Codes, Page("1", $",\"@nextpageuri\":\"https://elsewhere.example{Codes}?Page=2\""))
            .On(Codes + "?Page=2", Page("2", ""));

        Read().Should().Equal("1", "2");
        network.Requests.Select(request => request.Host).Distinct().Should().Equal("api.impact.com");
    }

    [Theory]
    [InlineData("{\"PromoCodes\":[]}")]
    [InlineData("{\"PromoCodes\":\"\"}")]
    [InlineData("{\"PromoCodes\":null,\"@total\":\"0\"}")]
    [InlineData("{\"@total\":\"0\",\"@page\":\"1\",\"@numpages\":\"0\"}")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    public void Takes_every_form_of_an_empty_list(string body)
    {
        network.On(Codes, body);

        Read().Should().BeEmpty();
    }

    [Fact]
    public void Refuses_a_page_that_counts_rows_and_holds_none()
    {
        network.On(Codes, "{\"Vouchers\":[{\"Id\":\"1\"}],\"@total\":\"1\",\"@page\":\"1\"}");

        var read = Read;

        read.Should().Throw<RailContractException>();
    }

    [Fact]
    public void Takes_one_object_where_a_list_is_promised()
    {
        network.On(Codes, "{\"PromoCodes\":{\"Id\":7,\"Code\":\"007\"}}");

        Read().Should().Equal("7");
    }

    [Theory]
    [InlineData("Partners")]
    [InlineData("MediaPartners")]
    public void Takes_both_names_of_the_partner_list(string key)
    {
        network.On(ScriptedImpact.Prefix + "/Campaigns/1000/MediaPartnerGroups", "{\"Groups\":[]}")
            .On(ScriptedImpact.Prefix + "/MediaPartners", $"{{\"{key}\":[{{\"Id\":\"0042\",\"Name\":\"Fjord\",\"State\":\"ACTIVE\"}}],\"@total\":\"1\"}}");

        var pages = Pages(rail => rail.Port<IPartnerReader>()!);

        pages.Single().Records.Single().Record.Id.Value.Should().Be("0042");
        pages.Single().Total.Should().Be(1);
        pages.Single().Raw!.Name.Should().Be("MediaPartners?Page=1");
    }

    [Fact]
    public void The_first_page_asks_for_the_size_and_the_filter_and_names_no_page()
    {
        network.On(Codes, Page("1", ""));

        Read();

        network.Requests.Single().Target.Should().Be($"{Codes}?CampaignId=1000&PageSize=2");
    }

    private static string Page(string id, string more) => $"{{\"PromoCodes\":[{{\"Id\":\"{id}\",\"Code\":\"C{id}\",\"State\":\"ACTIVE\"}}]{more}}}";

    private List<string> Read() => Pages(rail => rail.Port<IPromoCodeReader>()!).SelectMany(page => page.Records).Select(read => read.Record.Id.Value).ToList();

    private List<ReadPage<T>> Pages<T>(Func<IRail, IEntityReader<T>> port)
    {
        var pages = new List<ReadPage<T>>();
        network.Run(async rail =>
        {
            await foreach (var page in port(rail).ReadAsync(ReadScope.All, CancellationToken.None))
            {
                pages.Add(page);
            }
        });
        return pages;
    }
}
