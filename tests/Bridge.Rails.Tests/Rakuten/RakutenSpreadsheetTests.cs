using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Simulation.Rakuten;

namespace Bridge.Rails.Tests.Rakuten;

/// <summary>An export folder whose files are all workbooks reads like the same folder in CSV.</summary>
public sealed class RakutenSpreadsheetTests
{
    private static readonly RakutenPack Pack = RakutenPack.Create(new RakutenPackOptions { Seed = 5, Dirt = false, Publishers = 40, Contracts = 45, Links = 60, Codes = 30, Orders = 50 });

    [Fact]
    public async Task Every_kind_of_file_may_be_a_workbook()
    {
        using var plain = new RakutenFolder().Write(Pack);
        using var books = new RakutenFolder().Write(Pack);
        await ConvertAsync(books.Path);

        var (one, other) = (plain.Open(), books.Open());

        (await KeysAsync(other)).Should().Equal(await KeysAsync(one)).And.HaveCountGreaterThan(200);
    }

    [Fact]
    public async Task A_sheet_may_be_named_and_percent_cells_are_percent()
    {
        using var folder = new RakutenFolder().WriteSmall();
        File.Delete(Path.Combine(folder.Path, "codes.csv"));
        using var bytes = new MemoryStream();
        using (var writer = new SpreadsheetWriter(bytes))
        {
            writer.BeginSheet("Read me", [SpreadsheetColumn.Of("Nothing")]);
            writer.BeginSheet("Codes", [.. new[] { "Code", "Site ID", "Discount Type", "Discount" }.Select(SpreadsheetColumn.Of)]);
            writer.WriteRow([SpreadsheetCell.Of("EXAMPLE: A"), SpreadsheetCell.Of("1")]);
            writer.WriteRow([SpreadsheetCell.Of("TEN"), SpreadsheetCell.Of(2000001), SpreadsheetCell.Of("percent"), SpreadsheetCell.Of("10%")]);
        }

        folder.Write("brand.xlsx", bytes.ToArray());

        var pages = await Pages.OfAsync(folder.Open(("codeFiles", "brand.xlsx#Codes")).Port<IPromoCodeReader>());

        pages[0].Records.Should().ContainSingle().Which.Record.Discount!.Rate!.Value.Fraction.Should().Be(0.1m);
        pages[0].Rows.Should().Be(new RowCounts(2, 1, 1, 0, 0));
        pages[0].Findings.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BRG-TAB-019" && finding.Place == "brand.xlsx#Codes:2");
    }

    private static async Task<List<string>> KeysAsync(IRail rail)
    {
        var keys = new List<string>();
        keys.AddRange((await Pages.OfAsync(rail.Port<IPartnerReader>())).SelectMany(page => page.Records).Select(read => read.Record.ToString()));
        keys.AddRange((await Pages.OfAsync(rail.Port<IContractReader>())).SelectMany(page => page.Records).Select(read => $"{read.Record.Id} {read.Record.Name} {read.Record.Terms.Count} {read.Record.Status}"));
        keys.AddRange((await Pages.OfAsync(rail.Port<ITrackingLinkReader>())).SelectMany(page => page.Records).Select(read => (read.Record with { SeenIn = null }).ToString()));
        keys.AddRange((await Pages.OfAsync(rail.Port<IPromoCodeReader>())).SelectMany(page => page.Records).Select(read => read.Record.ToString()));
        keys.AddRange((await Pages.OfAsync(rail.Port<IConversionReader>())).SelectMany(page => page.Records).Select(read => read.Record.ToString()));
        return keys;
    }

    private static async Task ConvertAsync(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.csv").ToList())
        {
            using var bytes = new MemoryStream();
            using (var writer = new SpreadsheetWriter(bytes))
            using (var reader = new StreamReader(path))
            using (var csv = new CsvHelper.CsvParser(reader, System.Globalization.CultureInfo.InvariantCulture))
            {
                await csv.ReadAsync();
                writer.BeginSheet("Export", [.. csv.Record!.Select(SpreadsheetColumn.Of)]);
                while (await csv.ReadAsync())
                {
                    writer.WriteRow([.. csv.Record!.Select(SpreadsheetCell.Of)]);
                }
            }

            await File.WriteAllBytesAsync(Path.ChangeExtension(path, ".xlsx"), bytes.ToArray());
            File.Delete(path);
        }
    }
}
