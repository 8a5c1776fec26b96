using System.Globalization;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Tests.Rakuten;

public sealed class RakutenPackFilesTests(PackFixture fixture) : IClassFixture<PackFixture>
{
    private readonly RakutenPack _pack = fixture.Pack;

    [Fact]
    public void The_accounting_law_holds_for_every_file_when_it_is_read_again()
    {
        _pack.Truth.Files.Select(file => file.Name).Should().Equal(_pack.Files.Select(file => file.Name));
        foreach (var truth in _pack.Truth.Files)
        {
            var sheet = fixture.Sheets[truth.Name];
            var (records, totals, duplicates, unreadable) = sheet.Sort(PackFixture.KeyColumn(truth.Name));
            var read = (truth.Name, sheet.Rows.Count, records.Count, totals, duplicates, unreadable, sheet.BlankLines);

            read.Should().Be((truth.Name, truth.Rows, truth.Records, truth.Totals, truth.Duplicates, truth.Unreadable, truth.Dirt.BlankLines));
            truth.Rows.Should().Be(truth.Records + truth.Totals + truth.Duplicates + truth.Unreadable);
        }
    }

    [Fact]
    public void Record_keys_of_the_files_are_those_of_the_truth()
    {
        var keys = _pack.Truth.Keys;

        Keys("publishers-", Value("Site ID")).Should().Equal(keys.Publishers);
        Keys("offers.", Value("Offer ID")).Should().Equal(keys.Offers);
        Keys("links-", Value("Link ID")).Should().Equal(keys.Links);
        Keys("custom-report-orders", Value("Order ID")).Should().Equal(keys.Orders);
        Keys("offer-assignments", (sheet, row) => $"{sheet.Value(row, "Site ID")}:{sheet.Value(row, "Offer ID")}")
            .Should().Equal(keys.Contracts);
        Keys("codes", (sheet, row) => $"{sheet.Value(row, "Code")}:{sheet.Value(row, "Site ID")}").Should().Equal(keys.Codes);
        _pack.Files.Where(file => file.Name.EndsWith(".txt", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file.Name)).Should().Equal(keys.CommissioningLists);
    }

    [Fact]
    public void Dirt_of_every_kind_is_present()
    {
        var files = _pack.Truth.Files;

        files.Sum(file => file.Duplicates).Should().BeGreaterThan(20);
        files.Should().OnlyContain(file => file.Separator.Length == 0 || file.Duplicates > 0);
        files.Should().OnlyContain(file => file.Separator.Length == 0 || file.Unreadable > 1);
        files.Where(file => file.Totals == 1).Should().HaveCount(3);
        files.Sum(file => file.Dirt.ShortRows).Should().BePositive();
        files.Sum(file => file.Dirt.LettersInKey).Should().BePositive();
        files.Sum(file => file.Dirt.BlankLines).Should().BePositive();
        files.Sum(file => file.Dirt.QuotedNewLines).Should().BePositive();
        files.Sum(file => file.Dirt.QuotesInside).Should().BePositive();
        files.Sum(file => file.Dirt.MissingEmails).Should().BeInRange(20, 40);
        files.Sum(file => file.Dirt.UntidyEmails).Should().BePositive();
        files.Sum(file => file.Dirt.UrlsWithoutScheme).Should().BePositive();
        files.Sum(file => file.Dirt.Corrections).Should().Be(45);
        files.Sum(file => file.Dirt.StateContradictions).Should().Be(3);
        files.Sum(file => file.Dirt.UnknownColumns).Should().BePositive();
    }

    [Fact]
    public void Files_differ_in_encoding_separator_line_ends_dates_and_numbers()
    {
        foreach (var truth in _pack.Truth.Files)
        {
            var sheet = fixture.Sheets[truth.Name];
            sheet.HasByteOrderMark.Should().Be(truth.ByteOrderMark, truth.Name);
            (sheet.IsWestern ? "windows-1252" : "utf-8").Should().Be(truth.Encoding, truth.Name);
            sheet.Text.Contains("\r\n", StringComparison.Ordinal).Should().Be(truth.NewLine == "CRLF", truth.Name);
            (truth.Separator.Length == 0 || truth.Separator[0] == sheet.Separator).Should().BeTrue(truth.Name);
        }

        _pack.Truth.Files.Select(file => file.Encoding).Distinct().Should().HaveCount(2);
        _pack.Truth.Files.Select(file => file.DateFormat).Distinct().Should().BeEquivalentTo("M/D/YY", "YYYY-MM-DD", "DD.MM.YYYY");
        _pack.Truth.Files.Select(file => file.NumberFormat).Distinct()
            .Should().BeEquivalentTo("1234.56", "1,234.56", "1.234,56", "1 234,56");
        _pack.Truth.Files.Select(file => file.Separator).Distinct().Should().BeEquivalentTo(",", ";", "");
    }

    [Fact]
    public void Accented_names_survive_in_the_western_file()
    {
        var sheet = fixture.Sheets["publisher-details.csv"];
        var details = _pack.Publishers.ToDictionary(publisher => publisher.Sid, publisher => publisher.Details);

        sheet.IsWestern.Should().BeTrue();
        foreach (var row in sheet.Records("Site ID"))
        {
            var known = details[sheet.Value(row, "Site ID")]!;
            sheet.Value(row, "First Name").Should().Be(known.FirstName).And.MatchRegex("[À-ÿ]");
            sheet.Value(row, "Last Name").Should().Be(known.LastName);
            sheet.Value(row, "Address 1").Should().Be(known.Address1);
        }
    }

    [Theory]
    [InlineData("custom-report-activity.csv", ".", ",")]
    [InlineData("custom-report-orders-1.csv", ",", ".")]
    [InlineData("custom-report-orders-2.csv", ",", "\u00a0")]
    public void The_totals_row_is_the_sum_of_the_records(string file, string point, string group)
    {
        var sheet = fixture.Sheets[file];
        decimal Number(string text) => decimal.Parse(
            text.Replace(group, "", StringComparison.Ordinal).Replace(point, ".", StringComparison.Ordinal),
            NumberStyles.Float,
            CultureInfo.InvariantCulture);

        var records = sheet.Records("Publisher ID");
        var total = sheet.Rows[^1];

        foreach (var column in (string[])["# of Impressions", "# of Clicks", "# of Orders", "Sales", "Total Commissions"])
        {
            Number(sheet.Value(total, column)).Should().Be(records.Sum(row => Number(sheet.Value(row, column))), column);
        }
    }

    [Fact]
    public void Corrections_repeat_an_order_with_negative_amounts()
    {
        foreach (var correction in _pack.ReportRows.Where(row => row.Sales < 0))
        {
            var order = _pack.ReportRows.Single(row => row.OrderId == correction.OrderId && row.Sales > 0);
            correction.Commission.Should().BeNegative();
            correction.TransactionDate.Should().BeAfter(order.TransactionDate).And.BeOnOrBefore(_pack.Options.AsOf);
            (order.Sales + correction.Sales).Should().BeGreaterThanOrEqualTo(0);
        }
    }

    [Fact]
    public void Links_decode_to_their_destination_and_sub_id()
    {
        foreach (var (sheet, row) in Rows("links-"))
        {
            var link = _pack.Links.Single(candidate => candidate.LinkId == sheet.Value(row, "Link ID"));
            var url = sheet.Value(row, "Click URL");
            var query = url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&')
                .Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

            query["id"].Should().Be(link.EncryptedId);
            Uri.UnescapeDataString(query.GetValueOrDefault("u1", "")).Should().Be(link.U1 ?? "").And.Be(sheet.Value(row, "u1"));
            if (query.TryGetValue("murl", out var destination) || query.TryGetValue("u", out destination))
            {
                query["mid"].Should().Be(_pack.Options.Mid);
                Uri.UnescapeDataString(destination).Should().Be(link.Destination);
                sheet.Value(row, "Landing URL").Should().BeEmpty();
            }
            else
            {
                query["offerid"].Should().Be($"{link.Oid}.{link.LinkId}").And.StartWith(sheet.Value(row, "Offer ID"));
                sheet.Value(row, "Landing URL").Should().Be(link.Destination);
            }
        }
    }

    [Fact]
    public void Links_come_in_every_published_form()
    {
        _pack.Links.Select(link => link.Form).Distinct().Should().HaveCount(Enum.GetValues<RakutenLinkForm>().Length);
        _pack.Links.Should().Contain(link => link.ClickUrl.Contains("linksynergy.jrs5.com/deeplink?", StringComparison.Ordinal));
        _pack.Links.Should().Contain(link => link.ClickUrl.Contains("subid=LSNSUBSITE", StringComparison.Ordinal));
        _pack.Links.Should().Contain(link => link.ClickUrl.Contains("%2526", StringComparison.Ordinal), "a nested destination is encoded twice");
        _pack.Links.Should().Contain(link => link.U1 != null && link.U1.Length == 72);
        _pack.Links.Should().Contain(link => link.U1 != null && link.U1.Contains('&', StringComparison.Ordinal));
        _pack.Links.Should().OnlyContain(link => link.U1 == null || link.U1.Length <= 72);
        _pack.Links.Should().Contain(link => !link.Active);
    }

    [Fact]
    public void A_tidy_pack_has_records_and_totals_alone()
    {
        var tidy = RakutenPack.Create(new RakutenPackOptions { Dirt = false });

        tidy.Truth.Files.Sum(file => file.Duplicates + file.Unreadable + file.Dirt.BlankLines + file.Dirt.StateContradictions).Should().Be(0);
        tidy.Truth.Files.Should().OnlyContain(file => file.Encoding == "utf-8" && file.NewLine == "CRLF");
        tidy.Publishers.Should().OnlyContain(publisher => publisher.Url.StartsWith("http", StringComparison.Ordinal));
        tidy.Publishers.Should().OnlyContain(publisher => publisher.Email == publisher.EmailAsWritten);
    }

    private IEnumerable<(SheetReader Sheet, string[] Row)> Rows(string prefix) =>
        from pair in fixture.Sheets
        where pair.Key.StartsWith(prefix, StringComparison.Ordinal)
        from row in pair.Value.Records(PackFixture.KeyColumn(pair.Key)!)
        select (pair.Value, row);

    private List<string> Keys(string prefix, Func<SheetReader, string[], string> key) =>
        [.. Rows(prefix).Select(row => key(row.Sheet, row.Row)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Func<SheetReader, string[], string> Value(string column) => (sheet, row) => sheet.Value(row, column);
}
