using System.Globalization;
using System.Text;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Testing.Plans;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace Bridge.Engine.Tests.Reporting;

public sealed class SpreadsheetTextTests
{
    public static TheoryData<string> Payloads() =>
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\",\"x\")", "\t=1", "\r=1", "\n=1", "\0=1", " =1", "\"=1",
        "'=1", "\u00A0=1", "\uFEFF=1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM", "\u200B=1", "  ' =1", "-5.00", "\u22125",
    ];

    [Theory]
    [MemberData(nameof(Payloads))]
    public void A_formula_gets_an_apostrophe_that_can_be_taken_off_again(string payload)
    {
        var cell = SpreadsheetText.Protect(payload);

        cell.Should().Be("'" + payload);
        SpreadsheetText.Restore(cell).Should().Be(payload);
    }

    [Theory]
    [InlineData("Fjord Reviews")]
    [InlineData("'quoted'")]
    [InlineData("")]
    [InlineData("a=b")]
    [InlineData("https://shop.example/?a=1&b=2")]
    [InlineData("5 % of sale")]
    public void Other_texts_stay_as_they_are(string text)
    {
        SpreadsheetText.Protect(text).Should().Be(text);
        SpreadsheetText.Restore(text).Should().Be(text);
    }

    [Theory]
    [InlineData("-5.00", true)]
    [InlineData("12", true)]
    [InlineData("1e5", false)]
    [InlineData("-5.00+1", false)]
    [InlineData("1\n", false)]
    [InlineData("٣", false)]
    public void Only_a_strict_number_counts_as_one(string text, bool isNumber) => SpreadsheetText.IsNumber(text).Should().Be(isNumber);

    [Fact]
    public void Every_text_survives_protection_and_no_protected_text_is_a_formula()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            var cell = SpreadsheetText.Protect(text);
            return SpreadsheetText.Restore(cell) == text && (cell.Length == 0 || !"=+-@\t\r\n\0".Contains(cell[0], StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [MemberData(nameof(Payloads))]
    public async Task Every_text_column_holds_a_payload_and_gives_it_back(string payload)
    {
        using var file = new MemoryStream();
        var header = new[] { "a", "b", "c" };
        await using (var rows = new CsvRows(file, header, "b"))
        {
            await rows.WriteAsync(CancellationToken.None, payload, payload, $"x{payload}");
        }

        var row = Parse(file).Single();

        row.Select(SpreadsheetText.Restore).Should().Equal(payload, payload, $"x{payload}");
        row[0].Should().StartWith("'");
        row[1].Should().Be(payload == "-5.00" || payload == "-1" ? payload : "'" + payload, "a numeric column holds plain numbers as they are");
    }

    [Fact]
    public async Task The_rows_of_a_plan_come_back_as_they_were_written()
    {
        using var file = new MemoryStream();

        await PlanCsv.WriteAsync(SamplePlans.Apply(), file, CancellationToken.None);

        var rows = Parse(file);
        rows.Should().OnlyContain(row => row.Length == PlanCsv.Header.Count);
        rows.Should().OnlyContain(row => row.All(cell => cell.Length == 0 || !"=+-@\t\r".Contains(cell[0], StringComparison.Ordinal)));
        var name = PlanCsv.Header.ToList().IndexOf("name");
        rows.Select(row => SpreadsheetText.Restore(row[name])).Should().Contain([SamplePlans.FormulaName, SamplePlans.ScriptName, SamplePlans.TerminalName, "+SPRING10"]);
    }

    internal static List<string[]> Parse(MemoryStream file)
    {
        using var reader = new StreamReader(new MemoryStream(file.ToArray()), Encoding.UTF8);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { HasHeaderRecord = false });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return rows[1..];
    }
}
