using Bridge.Rails.Abstractions.Tables;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Bridge.Rails.Abstractions.Tests.Tables;

public sealed class SpreadsheetWriterTests
{
    [Fact]
    public void A_written_workbook_keeps_the_rules_of_the_format()
    {
        using var stream = new MemoryStream(Write());
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);

        new OpenXmlValidator().Validate(document).Select(error => error.Description).Should().BeEmpty();
        document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value).Should().Equal("Sales", "What & why");
    }

    [Fact]
    public void The_header_is_bold_and_stays_in_view_and_columns_have_their_width()
    {
        using var stream = new MemoryStream(Write());
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.First().Worksheet;
        var style = (int)sheet.Descendants<Cell>().First().StyleIndex!.Value;
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet;

        sheet.Descendants<Pane>().Single().State!.Value.Should().Be(PaneStateValues.Frozen);
        sheet.Descendants<Column>().Select(column => column.Width!.Value).Should().Equal(14, 30, 14);
        styles.Fonts!.Elements<Font>().ElementAt((int)styles.CellFormats!.Elements<CellFormat>().ElementAt(style).FontId!.Value).Bold.Should().NotBeNull();
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_is_text_and_stays_text()
    {
        using var stream = new MemoryStream(Write());
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.First().Worksheet.Descendants<Cell>().ToList();
        var formula = cells.Single(cell => cell.InnerText.StartsWith('='));
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();

        cells.Should().OnlyContain(cell => cell.CellFormula == null);
        formula.DataType!.Value.Should().Be(CellValues.InlineString);
        styles[(int)formula.StyleIndex!.Value].QuotePrefix!.Value.Should().BeTrue();
    }

    [Fact]
    public async Task What_is_written_is_what_is_read()
    {
        using var fixture = new TableFixture();
        fixture.Write("sales.xlsx", Write());

        var (rows, findings) = await fixture.ReadAsync();

        findings.Select(finding => finding.Code).Should().Equal("BRG-TAB-015");
        rows.Select(row => row.Text("Name")).Should().Equal("=1+1", "_x0041_ \u0001 <&>", "");
        rows.Select(row => new CellReader(row).Number("Amount", fatal: true)).Should().Equal(0.075m, -12345678.123m, null);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Write().Should().Equal(Write());

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a name that is longer than a sheet may have")]
    public void A_name_that_no_sheet_can_have_is_refused(string name)
    {
        using var stream = new MemoryStream();
        using var writer = new SpreadsheetWriter(stream);

        writer.Invoking(each => each.BeginSheet(name, [])).Should().Throw<ArgumentException>();
    }

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var writer = new SpreadsheetWriter(stream))
        {
            writer.BeginSheet("Sales", [SpreadsheetColumn.Of("Id"), new SpreadsheetColumn("Name", 30), SpreadsheetColumn.Of("Amount")]);
            writer.WriteRow([SpreadsheetCell.Of("0012"), SpreadsheetCell.Of("=1+1"), SpreadsheetCell.Of(0.075m)]);
            writer.WriteRow([SpreadsheetCell.Of("2"), SpreadsheetCell.Of("_x0041_ \u0001 <&>"), SpreadsheetCell.Of(-12345678.123m)]);
            writer.WriteRow([SpreadsheetCell.Of("3")]);
            writer.BeginSheet("What & why", [SpreadsheetColumn.Of("Column")]);
        }

        return stream.ToArray();
    }
}
