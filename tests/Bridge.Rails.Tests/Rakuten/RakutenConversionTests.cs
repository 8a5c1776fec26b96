using Bridge.Model.Conversions;
using Bridge.Model.Money;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Rails.Tests.Rakuten;

public sealed class RakutenConversionTests : IDisposable
{
    private readonly RakutenFolder folder = new RakutenFolder().WriteSmall();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Orders_corrections_traffic_and_totals_are_told_apart()
    {
        folder.Write("custom-report.csv", string.Join(
            '\n',
            RakutenFolder.ReportHeader,
            RakutenFolder.Report("1", "E", "", "", "500001", "A-1", "2026-06-01", "\"1,100.50\"", "77.04"),
            RakutenFolder.Report("1", "E", "", "", "500001", "A-1", "2026-06-03", "\"-1,100.50\"", "-77.04"),
            RakutenFolder.Report("1", "E", "", "", "500001", "", "2026-06-30", "0", "0"),
            RakutenFolder.Report("1", "E", "", "", "500001", "A-2", "", "5", "1"),
            RakutenFolder.Report("", "", "", "", "", "A-3", "2026-06-30", "5", "1"),
            ",,,,,,,,,,,,0,0,1,0,0,0",
            "Total,,,,,,,,,,,,0,0,1,0,0,0",
            ""));

        var page = (await ReadAsync())[0];

        page.Rows.Should().Be(new RowCounts(7, 2, 3, 0, 2));
        page.Records.Select(read => (read.Record.OrderId, read.Record.Status, read.Record.Amount)).Should().Equal(
            ("A-1", ConversionStatus.Unknown, new Money(1100.50m, Currency.Parse("USD"))),
            ("A-1", ConversionStatus.Correction, new Money(-1100.50m, Currency.Parse("USD"))));
        page.Records.Select(read => read.Record.Id).Should().OnlyHaveUniqueItems();
        page.Findings.Where(finding => finding.Code == "BRG-TAB-021").Select(finding => finding.Place).Should().Equal("custom-report.csv:5", "custom-report.csv:6");
    }

    [Fact]
    public async Task The_same_row_in_two_overlapping_reports_is_one_conversion_however_it_is_written()
    {
        var row = RakutenFolder.Report("1", "E", "", "", "500001", "A-1", "2026-06-01", "\"1,100.50\"", "77.04");
        folder.Write("custom-report-us.csv", $"{RakutenFolder.ReportHeader}\n{row}\n");
        folder.Write("custom-report.csv", $"{RakutenFolder.ReportHeader.Replace(',', ';')}\n{row.Replace("\"1,100.50\"", "1.100|50", StringComparison.Ordinal).Replace("77.04", "77|04", StringComparison.Ordinal).Replace("2026-06-01", "01.06.2026", StringComparison.Ordinal).Replace(',', ';').Replace('|', ',')}\n");

        var pages = await ReadAsync();

        pages.SelectMany(page => page.Records).Select(read => read.Record).Distinct().Should().ContainSingle();
        pages.SelectMany(page => page.Records).Should().HaveCount(2, "the snapshot finds the duplicate by its key");
    }

    [Fact]
    public async Task Rows_outside_the_time_that_is_read_are_no_rows_of_the_read()
    {
        folder.Write("custom-report.csv", $"{RakutenFolder.ReportHeader}\n{RakutenFolder.Report("1", "E", "", "", "5", "A-1", "2026-05-01", "5.50", "1")}\n{RakutenFolder.Report("1", "E", "", "", "5", "A-2", "2026-06-01", "5.50", "1")}\n");
        await using var rail = folder.Open();

        var pages = await Pages.OfAsync(rail.Port<IConversionReader>(), new ReadScope { From = new DateTimeOffset(2026, 5, 15, 0, 0, 0, TimeSpan.Zero) });

        pages[0].Rows.Should().Be(new RowCounts(1, 1, 0, 0, 0));
        pages[0].Records[0].Record.OrderId.Should().Be("A-2");
    }

    [Fact]
    public async Task Gross_and_total_commission_that_differ_are_a_loss()
    {
        folder.Write("custom-report.csv", $"{RakutenFolder.ReportHeader}\n{RakutenFolder.Report("1", "E", "", "", "5", "A-1", "2026-06-01", "100.00", "7.50").Replace("7.50,7.50", "8.00,7.50", StringComparison.Ordinal)}\n");

        var read = (await ReadAsync())[0].Records[0];

        read.Record.Payout!.Value.Amount.Should().Be(7.5m);
        read.Losses.Should().ContainSingle(loss => loss.Code == "GrossCommission");
    }

    private async Task<IReadOnlyList<ReadPage<Conversion>>> ReadAsync()
    {
        await using var rail = folder.Open();
        return await Pages.OfAsync(rail.Port<IConversionReader>());
    }
}
