using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Tests.Rakuten;

public sealed class SimulatedRakutenReportTests(PackFixture fixture) : IClassFixture<PackFixture>
{
    private readonly RakutenPack _pack = fixture.Pack;

    [Fact]
    public void The_order_report_has_every_order_and_correction()
    {
        var response = new RakutenCaller(_pack).Report("order-details");

        var sheet = Read(response);
        response.Status.Should().Be(200);
        sheet.HasByteOrderMark.Should().BeTrue();
        sheet.Text.Should().Contain("\r\n");
        sheet.Rows.Select(row => sheet.Value(row, "Order ID"))
            .Should().BeEquivalentTo(_pack.ReportRows.Select(row => row.OrderId).OfType<string>());
        sheet.Rows.Count(row => sheet.Value(row, "Sales").StartsWith('-')).Should().Be(45);
    }

    [Fact]
    public void The_activity_report_ties_site_ids_to_encrypted_ids()
    {
        var sheet = Read(new RakutenCaller(_pack).Report("publisher-activity"));
        var known = _pack.Publishers.ToDictionary(publisher => publisher.Sid, publisher => publisher.EncryptedId);

        sheet.Rows.Should().HaveCountGreaterThan(300);
        sheet.Rows.Should().OnlyContain(row => known[sheet.Value(row, "Publisher ID")] == sheet.Value(row, "Publisher Encrypted ID"));
        sheet.Rows.Should().OnlyContain(row => sheet.Value(row, "Order ID").Length == 0);
    }

    [Fact]
    public void Rows_are_those_of_the_window_in_the_format_asked_for()
    {
        var sheet = Read(new RakutenCaller(_pack).Report(
            "order-details", query: [("start_date", "2026-03-01"), ("end_date", "2026-03-31"), ("date_format", "YYYY-MM-DD"), ("include_summary", "Y")]));

        sheet.Rows.Should().HaveCountGreaterThan(10);
        sheet.Rows[..^1].Should().OnlyContain(row => sheet.Value(row, "Transaction Date").StartsWith("2026-03-", StringComparison.Ordinal));
        sheet.Value(sheet.Rows[^1], "Publisher ID").Should().Be("Total");
    }

    [Theory]
    [InlineData("en", "Publisher ID", "Sales", @"^\d{1,3}(,\d{3})*\.\d\d$")]
    [InlineData("de", "Publisher-ID", "Umsatz", @"^\d{1,3}(\.\d{3})*,\d\d$")]
    [InlineData("fr", "ID de l'éditeur", "Ventes", "^\\d{1,3}(\u00a0\\d{3})*,\\d\\d$")]
    public void Headers_and_numbers_follow_the_language_when_the_setting_says_so(string language, string key, string sales, string pattern)
    {
        var caller = new RakutenCaller(_pack, new SimulatedRakutenOptions { LocalisedReports = true });

        var sheet = Read(caller.Report("order-details", language));

        sheet.Headers.Should().HaveCount(18).And.StartWith(key);
        sheet.Rows.Select(row => sheet.Value(row, sales)).Where(text => !text.StartsWith('-'))
            .Should().OnlyContain(text => System.Text.RegularExpressions.Regex.IsMatch(text, pattern));
    }

    [Fact]
    public void Without_the_setting_every_language_has_english_headers()
    {
        Read(new RakutenCaller(_pack).Report("order-details", "de")).Headers.Should().Contain("Gross Commissions");
    }

    [Fact]
    public void A_fourth_report_at_the_same_time_gets_429_until_one_is_done()
    {
        var caller = new RakutenCaller(_pack);

        var first = caller.Report("order-details");
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        var others = Enumerable.Range(0, 3).Select(_ => caller.Report("order-details").Status).ToList();
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = caller.Report("order-details").Status;

        first.Latency.Should().Be(TimeSpan.FromSeconds(2));
        others.Should().Equal(200, 200, 429);
        later.Should().Be(200);
    }

    [Fact]
    public void A_bad_token_is_denied()
    {
        var response = new RakutenCaller(_pack).Report("order-details", token: "wrong");

        response.Status.Should().Be(403);
        RakutenCaller.Text(response).Should().Contain("Access denied");
    }

    [Fact]
    public void An_unknown_report_key_is_refused()
    {
        var response = new RakutenCaller(_pack).Report("no-such-report");

        response.Status.Should().Be(400);
        RakutenCaller.Json(response).GetProperty("errors")[0].GetString().Should().Contain("no-such-report");
    }

    [Theory]
    [InlineData("2026-01-01", "2025-01-01", "M/D/YY", "end_date")]
    [InlineData("01/01/2026", "2026-02-01", "M/D/YY", "start_date")]
    [InlineData("2026-01-01", "2026-02-01", "D.M.Y", "date_format")]
    public void Wrong_parameters_are_named(string start, string end, string format, string named)
    {
        var response = new RakutenCaller(_pack).Report(
            "order-details", query: [("start_date", start), ("end_date", end), ("date_format", format)]);

        response.Status.Should().Be(400);
        var error = RakutenCaller.Json(response);
        error.GetProperty("code").GetInt32().Should().Be(400);
        error.GetProperty("message").GetString().Should().Contain(named);
    }

    private static SheetReader Read(SimulatedResponse response) => SheetReader.Read("report.csv", response.Body);
}
