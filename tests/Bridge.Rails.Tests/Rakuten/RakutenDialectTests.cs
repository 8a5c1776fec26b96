using System.Text;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenDialectTests : IDisposable
{
    private const string Overview = "Site ID,Publisher Name,URL,Email,Join Date\n";
    private readonly RakutenFolder folder = new RakutenFolder().WriteSmall();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_is_not_utf8_is_read_as_windows_1252_and_says_so()
    {
        folder.Write("publishers-approved.csv", $"{Overview}1,Plain,,,\n2,Café Größe,,,\n", TableEncoding.Western);

        var pages = await PartnersAsync();

        Names(pages).Should().Contain("Café Größe");
        Findings(pages).Should().ContainSingle(finding => finding.Code == "BRG-TAB-010")
            .Which.Should().Match<Finding>(finding => finding.Severity == Severity.Note && finding.Place == "publishers-approved.csv:3");
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_header()
    {
        folder.Write("publishers-approved.csv", $"{Overview}1,Größe,,,\n", new UTF8Encoding(true));

        var pages = await PartnersAsync();

        Names(pages).Should().Contain("Größe");
        pages[0].Raw!.Bytes.ToArray().Should().Equal(File.ReadAllBytes(Path.Combine(folder.Path, "publishers-approved.csv")), "raw pages keep every byte");
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task The_separator_is_found(char separator)
    {
        folder.Write("publishers-approved.csv", $"{Overview}1,\"A, B; and C\",,,2026-01-02\n".Replace("\"A, B; and C\"", "@", StringComparison.Ordinal).Replace(',', separator).Replace("@", "\"A, B; and C\"", StringComparison.Ordinal));

        var pages = await PartnersAsync();

        Names(pages).Should().Contain("A, B; and C");
    }

    [Fact]
    public async Task Headers_may_stand_in_any_order_and_case_with_columns_that_nobody_knows()
    {
        folder.Write("publishers-approved.csv", "EMAIL,Legacy Ref,site id,PUBLISHER_NAME,join date\nme@x.example,L-1,77,Odd Columns,2026-01-02\n");

        var pages = await PartnersAsync();

        var partner = pages[0].Records.Should().ContainSingle().Which.Record;
        partner.Id.Value.Should().Be("77");
        partner.Name.Should().Be("Odd Columns");
        partner.Contacts.Should().ContainSingle();
        Encoding.UTF8.GetString(pages[0].Raw!.Bytes.Span).Should().Contain("Legacy Ref").And.Contain("L-1");
    }

    [Theory]
    [InlineData("Website-ID;Name des Publishers;Webseite;E-Mail-Adresse;Beitrittsdatum;Publisher-Gruppe;Kategorien", "5;Würzig;wuerzig.example;a@wuerzig.example;02.01.2026;Inhalte;Reise")]
    [InlineData("ID du site;Nom de l'éditeur;URL du site;Adresse e-mail;Date d'adhésion;Groupe d'éditeurs;Catégories", "5;Épicerie;epicerie.example;a@epicerie.example;2026-01-02;Contenu;Voyage")]
    public async Task German_and_French_headers_are_understood(string header, string row)
    {
        folder.Write("publishers-approved.csv", $"{header}\n{row}\n");

        var pages = await PartnersAsync();

        var partner = pages[0].Records.Should().ContainSingle().Which.Record;
        partner.JoinedAt.Should().Be(new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        partner.Contacts.Should().ContainSingle();
        partner.Groups.Should().ContainSingle();
        partner.Tags.Should().ContainSingle();
    }

    [Fact]
    public async Task Ambiguous_dates_stop_the_file_and_name_line_value_and_setting()
    {
        folder.Write("publishers-approved.csv", $"{Overview}1,One,,,4/4/26\n2,Two,,,3/4/26\n");

        var pages = await PartnersAsync();

        pages[0].Records.Should().BeEmpty();
        Findings(pages).Should().ContainSingle(finding => finding.Severity == Severity.Blocking).Which.Should().Match<Finding>(finding =>
            finding.Code == "BRG-TAB-005" && finding.Place == "publishers-approved.csv:3" && finding.Value == "3/4/26" && finding.Remedy.Contains("dateOrder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mdy", 3, 4)]
    [InlineData("dmy", 4, 3)]
    public async Task The_setting_decides_ambiguous_dates(string order, int month, int day)
    {
        folder.Write("publishers-approved.csv", $"{Overview}2,Two,,,3/4/26\n");

        var pages = await PartnersAsync(("dateOrder", order));

        pages[0].Records[0].Record.JoinedAt.Should().Be(new DateTimeOffset(2026, month, day, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task One_decisive_date_settles_the_whole_file_even_against_the_setting()
    {
        var rows = string.Concat(Enumerable.Range(1, 2600).Select(number => $"{number},P{number},,,3/4/26\n"));
        folder.Write("publishers-approved.csv", $"{Overview}{rows}9999,Last,,,6/30/26\n");

        var pages = await PartnersAsync(("dateOrder", "dmy"));

        pages[0].Records[0].Record.JoinedAt.Should().Be(new DateTimeOffset(2026, 3, 4, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Dates_that_contradict_each_other_stop_the_file_and_both_are_named()
    {
        folder.Write("publishers-approved.csv", $"{Overview}1,One,,,6/30/26\n2,Two,,,30/6/26\n");

        var pages = await PartnersAsync();

        Findings(pages).Should().ContainSingle(finding => finding.Code == "BRG-TAB-005")
            .Which.Message.Should().Contain("'30/6/26' in line 3");
    }

    [Fact]
    public async Task With_the_setting_a_date_of_the_other_order_costs_its_own_cell()
    {
        folder.Write("publishers-approved.csv", $"{Overview}1,One,,,6/30/26\n2,Two,,,30/6/26\n");

        var pages = await PartnersAsync(("dateOrder", "mdy"));

        pages[0].Records.Select(read => read.Record.JoinedAt).Should().Equal(new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero), null);
        pages[0].Records[1].Losses.Should().ContainSingle(loss => loss.Path == "Join Date");
        Findings(pages).Should().ContainSingle(finding => finding.Code == "BRG-TAB-024")
            .Which.Should().Match<Finding>(finding => finding.Place == "publishers-approved.csv:3" && finding.Value == "30/6/26");
    }

    [Fact]
    public async Task Ambiguous_numbers_stop_the_file_until_the_setting_decides()
    {
        folder.Write("codes.csv", "Code,Site ID,Discount Type,Discount\nA,2000001,fixed,\"1,234\"\n");

        var open = await Pages.OfAsync(folder.Open().Port<IPromoCodeReader>());
        var decided = await Pages.OfAsync(folder.Open(("numberFormat", "1.234,56")).Port<IPromoCodeReader>());

        open[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-006" && finding.Severity == Severity.Blocking && finding.Place == "codes.csv:2" && finding.Value == "1,234");
        decided[0].Records.Should().ContainSingle().Which.Record.Discount!.Amount!.Value.Amount.Should().Be(1.234m);
    }

    [Fact]
    public async Task A_missing_column_is_one_finding_with_what_was_found_and_where_to_get_it()
    {
        folder.Write("publishers-approved.csv", "Publisher Name,URL\nFjord,fjord.example\n");

        var pages = await PartnersAsync();

        Findings(pages).Should().ContainSingle(finding => finding.Severity == Severity.Blocking).Which.Should().Match<Finding>(finding =>
            finding.Code == "BRG-TAB-003"
            && finding.Place == "publishers-approved.csv:1"
            && finding.Value == "Site ID"
            && finding.Message.Contains("Found: Publisher Name, URL", StringComparison.Ordinal)
            && finding.Remedy.Contains("Publisher Overview > Approved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_file_is_one_finding_with_pattern_columns_and_the_way_to_say_there_is_none()
    {
        File.Delete(Path.Combine(folder.Path, "codes.csv"));

        var pages = await Pages.OfAsync(folder.Open().Port<IPromoCodeReader>());
        var renounced = await Pages.OfAsync(folder.Open(("codeFiles", "none")).Port<IPromoCodeReader>());

        pages.Should().ContainSingle().Which.Findings.Should().ContainSingle().Which.Should().Match<Finding>(finding =>
            finding.Code == "BRG-TAB-002" && finding.Severity == Severity.Blocking && finding.Value == "codes*.csv, codes*.xlsx" && finding.Remedy.Contains("'codeFiles: none'", StringComparison.Ordinal));
        renounced.Should().ContainSingle().Which.Findings.Should().BeEmpty();
    }

    [Fact]
    public async Task An_empty_file_and_a_missing_folder_are_said_plainly()
    {
        folder.Write("codes.csv", "");

        var empty = await Pages.OfAsync(folder.Open().Port<IPromoCodeReader>());
        var missing = await Pages.OfAsync(folder.Open(("exportFolder", "nowhere")).Port<IPartnerReader>());

        empty[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-004");
        Findings(missing).Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BRG-TAB-001" && finding.Severity == Severity.Blocking);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Utf16_is_refused_with_a_remedy_whether_it_is_marked_or_not(bool marked)
    {
        folder.Write("codes.csv", [.. marked ? Encoding.Unicode.GetPreamble() : [], .. Encoding.Unicode.GetBytes("Code\tSite ID\n")]);

        var pages = await Pages.OfAsync(folder.Open().Port<IPromoCodeReader>());

        pages[0].Findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-007");
    }

    [Fact]
    public async Task Quoted_line_breaks_blank_lines_and_totals_rows_are_no_surprise()
    {
        folder.Write("publishers-approved.csv", $"{Overview}\r\n1,\"Two\r\nLines \"\"quoted\"\"\",,,\r\n\r\n  \r\n2,Next,,,\r\nTotal,2,,,\r\n");

        var pages = await PartnersAsync();

        Names(pages).Take(2).Should().Equal("Two\r\nLines \"quoted\"", "Next");
        pages[0].Rows.Should().Be(new RowCounts(3, 2, 1, 0, 0));
    }

    [Fact]
    public async Task Unreadable_rows_name_place_and_rule_and_never_an_email()
    {
        folder.Write("publishers-approved.csv", $"{Overview}1,One,,,\n2,Short\nme@x.example,Shifted,,,\n4X,Letters,,,\n5,Long,,,,,more\n6,\"open,,,\n7,Last,,,\n");

        var pages = await PartnersAsync();

        pages[0].Rows.Should().Be(new RowCounts(7, 2, 0, 0, 5));
        pages[0].Records.Select(read => read.Record.Id.Value).Should().Equal("1", "7");
        var findings = pages[0].Findings.Where(finding => finding.Code is "BRG-TAB-020" or "BRG-TAB-021").ToList();
        findings.Select(finding => finding.Place).Should().Equal(Enumerable.Range(3, 5).Select(line => $"publishers-approved.csv:{line}"));
        findings.Select(finding => finding.Value).Should().Equal(null, null, "4X", null, null);
        findings.Should().NotContain(finding => finding.ToString().Contains("@x", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(IReadOnlyList<ReadPage<Model.Partners.Partner>> pages) =>
        pages.SelectMany(page => page.Records).Select(read => read.Record.Name);

    private static IEnumerable<Finding> Findings(IReadOnlyList<ReadPage<Model.Partners.Partner>> pages) => pages.SelectMany(page => page.Findings);

    private async Task<IReadOnlyList<ReadPage<Model.Partners.Partner>>> PartnersAsync(params (string, string)[] settings) =>
        await Pages.OfAsync(folder.Open(settings).Port<IPartnerReader>());
}
