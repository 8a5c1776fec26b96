using System.Text;
using Bridge.Simulation.Rakuten;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Simulation.Tests.Rakuten;

public sealed class RakutenBrandTests
{
    private static readonly RakutenBrand Brand = RakutenBrand.Create(new RakutenBrandOptions { Partners = 240 });

    [Fact]
    public void Counts_a_partner_of_two_programs_once()
    {
        var whole = RakutenBrand.Create(new RakutenBrandOptions());

        whole.Truth.Partners.Should().HaveCount(1100);
        whole.Truth.Partners.Count(partner => partner.Participations.Count == 2).Should().Be(165);
        whole.Parts.Sum(part => part.Pack.Publishers.Count).Should().Be(1100 + 165);
    }

    [Fact]
    public void A_shared_partner_has_one_name_and_site_and_mostly_one_id()
    {
        var shared = Brand.Truth.Partners.Where(partner => partner.Participations.Count > 1).ToList();

        shared.Should().HaveCount(36);
        shared.Count(partner => partner.HasSeveralIds).Should().BeInRange(1, 6);
        shared.Where(partner => !partner.HasSeveralIds).Should().OnlyContain(partner => partner.Participations[0].Sid == partner.Participations[1].Sid);
        foreach (var partner in shared)
        {
            var names = Brand.Parts.Select(part => part.Pack.Publishers.Single(publisher => publisher.Domain == partner.Domain)).ToList();
            names.Select(publisher => (publisher.Name, publisher.Email, publisher.Url)).Distinct().Should().ContainSingle();
        }
    }

    [Fact]
    public void Ids_are_never_those_of_another_partner()
    {
        var owners = Brand.Truth.Partners.SelectMany(partner => partner.Participations.Select(one => (one.Sid, partner.Domain))).Distinct().ToList();

        owners.Select(owner => owner.Sid).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Programs_differ_in_currency_clock_language_and_hosts()
    {
        Brand.Truth.Programs.Select(program => (program.Name, program.Currency, program.TimeZone, program.Language)).Should().Equal(
            ("us", "USD", "America/New_York", RakutenLanguage.English), ("de", "EUR", "Europe/Berlin", RakutenLanguage.German));
        Brand.Truth.Programs[0].Hosts.Should().NotIntersectWith(Brand.Truth.Programs[1].Hosts);
        Brand.Parts.SelectMany(part => part.Pack.Truth.Keys.Orders).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Headers_are_written_in_the_language_of_the_program()
    {
        Header(0, "publishers-approved.csv").Should().StartWith("Site ID,Publisher Name,URL,Email");
        Header(1, "publishers-approved.csv").Should().StartWith("Website-ID;Name des Publishers;Webseite;E-Mail-Adresse");
        Header(1, "custom-report-orders-1.csv").Should().Contain("Transaktionsdatum;Bestellnummer").And.EndWith("Sub-Publisher-ID;Name des Sub-Publishers;URL des Sub-Publishers");
    }

    [Fact]
    public void No_file_has_a_name_that_the_default_patterns_know()
    {
        string[] known = ["publishers-", "custom-report", "offer", "links", "codes", "publisher-details"];

        Brand.Parts.SelectMany(part => part.Pack.Files).Where(file => !file.Name.StartsWith("commissioning-lists/", StringComparison.Ordinal))
            .Should().NotContain(file => known.Any(word => file.Name.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Performance_goes_back_over_the_months_asked_for()
    {
        var dates = Brand.Parts.SelectMany(part => part.Pack.ReportRows).Where(row => row.Orders == 1).Select(row => row.TransactionDate).ToList();

        dates.Min().Should().BeBefore(Brand.Options.AsOf.AddMonths(-16)).And.BeOnOrAfter(Brand.Options.AsOf.AddMonths(-18).AddDays(-10));
    }

    [Fact]
    public void One_sub_network_is_in_both_programs_and_names_its_sub_publishers()
    {
        var both = Brand.Truth.Partners.Where(partner => partner is { Kind: RakutenPublisherKind.SubNetwork, Participations.Count: 2 }).ToList();

        both.Should().NotBeEmpty();
        var rows = Brand.Parts.SelectMany(part => part.Pack.ReportRows).Where(row => row.SubPublisher is not null).ToList();
        rows.Should().NotBeEmpty().And.OnlyContain(row => row.Publisher.Kind == RakutenPublisherKind.SubNetwork);
        var network = Brand.Parts[0].Pack.Truth.Publishers.First(publisher => publisher.SubPublisherOrders.Count > 0);
        network.SubPublisherOrders.Values.Sum().Should().Be(
            rows.Count(row => row.Publisher.Sid == network.Sid && row.Orders == 1 && Brand.Parts[0].Pack.ReportRows.Contains(row)));
    }

    [Fact]
    public void Equal_options_give_equal_bytes()
    {
        var again = RakutenBrand.Create(new RakutenBrandOptions { Partners = 240 });

        again.Parts.SelectMany(part => part.Pack.Files).Select(file => (file.Name, Convert.ToHexString(file.Content.Span)))
            .Should().Equal(Brand.Parts.SelectMany(part => part.Pack.Files).Select(file => (file.Name, Convert.ToHexString(file.Content.Span))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_smallest_brand_has_every_program(int programs)
    {
        var brand = RakutenBrand.Create(new RakutenBrandOptions
        {
            Partners = RakutenBrandOptions.MinimumPartners(programs),
            Programs = [.. RakutenBrandProgram.Known.Take(programs)],
        });

        brand.Truth.Partners.Should().HaveCount(20 * programs);
        brand.Parts.Should().HaveCount(programs).And.OnlyContain(part => part.Pack.Assignments.Count > 0);
    }

    [Fact]
    public async Task The_assignment_sheets_can_be_withheld_and_come_later()
    {
        var folder = Directory.CreateTempSubdirectory("brand").FullName;

        await Brand.WriteToAsync(folder, withAssignments: false, CancellationToken.None);
        var before = Files(folder);
        await Brand.WriteAssignmentsAsync(folder, CancellationToken.None);

        Files(folder).Except(before).Should().BeEquivalentTo("us/who has which terms US.csv", "de/Konditionen je Publisher DE.csv");
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))];

    private static string Header(int program, string usual)
    {
        var part = Brand.Parts[program];
        var name = part.Program.FileNames[usual];
        var text = Encoding.UTF8.GetString(part.Pack.Files.Single(file => file.Name == name).Content.Span);
        return text.TrimStart('\ufeff').Split('\n')[0].TrimEnd('\r');
    }
}
