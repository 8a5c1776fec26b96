using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Tests.Tables;

public sealed class SheetReadTests : IDisposable
{
    private static readonly string Header = Workbook.Row(1, "Id", "Name", "Amount", "Day");
    private readonly TableFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Cells_of_every_kind_are_read_as_people_see_them()
    {
        var book = new Workbook
        {
            SharedStrings = """<si><t>Plain</t></si><si><r><t>Bold </t></r><r><t>and not</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>""",
        }.Sheet("Sales", Header
            + Workbook.Row(2, Workbook.Number("7"), """<c r="@" t="s"><v>1</v></c>""", Workbook.Number("7.4999999999999997E-2"), Workbook.Number("46203", 1))
            + Workbook.Row(3, """<c r="@" t="str"><f>1+1</f><v>8</v></c>""", """<c r="@" t="s"><v>0</v></c>""", Workbook.Number("0.125", 2), Workbook.Number("46203.604166666664", 3)));
        fixture.Write("sales.xlsx", book.Build());

        var (rows, findings) = await fixture.ReadAsync();

        findings.Should().BeEmpty();
        rows.Select(row => row.Text("Id")).Should().Equal("7", "8");
        rows.Select(row => row.Text("Name")).Should().Equal("Bold and not", "Plain");
        rows.Select(row => new CellReader(row).Number("Amount", fatal: true)).Should().Equal(0.075m, 12.5m);
        rows.Select(row => new CellReader(row).Date("Day", fatal: true)).Should().Equal(
            new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 6, 30, 14, 30, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task Days_that_count_from_1904_are_the_same_days()
    {
        var book = new Workbook { From1904 = true }.Sheet("Sales", Header + Workbook.Row(2, "1", "", "", Workbook.Number("44741", 1)));
        fixture.Write("sales.xlsx", book.Build());

        var (rows, _) = await fixture.ReadAsync();

        rows[0].Text("Day").Should().Be("2026-06-30");
    }

    [Fact]
    public async Task A_number_cell_with_three_decimals_is_no_thousand_whatever_the_texts_beside_it_say()
    {
        var book = new Workbook().Sheet("Sales", Header + Workbook.Row(2, "1", "", Workbook.Number("1.234"), "") + Workbook.Row(3, "2", "", "1.234,50", ""));
        fixture.Write("sales.xlsx", book.Build());

        var (rows, findings) = await fixture.ReadAsync();

        findings.Should().BeEmpty();
        rows.Select(row => new CellReader(row).Number("Amount", fatal: true)).Should().Equal(1.234m, 1234.5m);
    }

    [Fact]
    public async Task A_line_is_the_row_of_the_sheet_whatever_lies_between_the_rows()
    {
        var book = new Workbook().Sheet("Sales", Workbook.Row(3, "Id", "Name") + Workbook.Row(7, "1", "two\nlines, \"quoted\"") + Workbook.Row(8, "", "") + Workbook.Row(9, "2"));
        fixture.Write("sales.xlsx", book.Build());

        var (rows, _) = await fixture.ReadAsync();

        rows.Select(row => row.Place).Should().Equal("sales.xlsx:7", "sales.xlsx:9");
        rows[0].Text("Name").Should().Be("two\rlines, \"quoted\"");
        rows.Should().OnlyContain(row => row.Damage() == null);
    }

    [Fact]
    public async Task The_first_visible_sheet_is_read_and_said_when_there_are_several()
    {
        var book = new Workbook().Sheet("Notes", Workbook.Row(1, "x"), "hidden").Sheet("May", Header + Workbook.Row(2, "5")).Sheet("June", Header + Workbook.Row(2, "6"));
        fixture.Write("sales.xlsx", book.Build());

        var (first, noted) = await fixture.ReadAsync();
        var (named, silent) = await fixture.ReadAsync(pattern: "sales.xlsx#june");
        var (hidden, _) = await fixture.ReadAsync(pattern: "sales.xlsx#Notes");
        var (_, wrong) = await fixture.ReadAsync(pattern: "sales.xlsx#July");

        first.Should().ContainSingle().Which.Text("Id").Should().Be("5");
        noted.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BRG-TAB-015" && finding.Value == "May" && finding.Severity == Severity.Note);
        named.Should().ContainSingle().Which.Place.Should().Be("sales.xlsx#june:2");
        silent.Should().BeEmpty();
        hidden.Should().BeEmpty("its only row is no header of this schema");
        wrong.Should().ContainSingle().Which.Should().Match<Finding>(finding => finding.Code == "BRG-TAB-009" && finding.Message.Contains("May, June", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hidden_rows_merged_cells_and_formulas_without_value_are_noted()
    {
        var book = new Workbook().Sheet(
            "Sales",
            Header + Workbook.Row(2, "1", "Merged").Replace("<row", "<row hidden=\"1\"", StringComparison.Ordinal) + Workbook.Row(3, "2", "", """<c r="@"><f>SUM(A1)</f></c>""", ""),
            behind: """<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>""");
        fixture.Write("sales.xlsx", book.Build());

        var (rows, findings) = await fixture.ReadAsync();
        var cells = new CellReader(rows[1]);

        rows.Should().HaveCount(2);
        findings.Select(finding => (finding.Code, finding.Place)).Should().BeEquivalentTo([("BRG-TAB-016", "sales.xlsx:2"), ("BRG-TAB-017", "sales.xlsx"), ("BRG-TAB-018", "sales.xlsx:3")]);
        cells.Number("Amount", fatal: false).Should().BeNull();
        cells.Problems.Should().ContainSingle().Which.Rule.Should().Contain("never computed");
    }

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#N/A")]
    public async Task The_error_of_a_formula_is_a_problem_and_no_text(string error)
    {
        fixture.Write("sales.csv", $"Id,Name\n1,{error}\n{error},Two\n");

        var (rows, _) = await fixture.ReadAsync();
        var (name, id) = (new CellReader(rows[0]), new CellReader(rows[1]));

        name.Text("Name").Should().BeNull();
        name.Problems.Should().ContainSingle(problem => !problem.Fatal && problem.Column == "Name");
        id.RequiredId("Id").Should().BeEmpty();
        id.Problems.Should().ContainSingle(problem => problem.Fatal && problem.Value == error);
    }

    [Fact]
    public async Task Protected_old_foreign_and_damaged_files_are_one_finding_each()
    {
        var whole = new Workbook().Sheet("Sales", Header + Workbook.Row(2, "1")).Build();
        fixture.Write("sales-a.xlsx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
        fixture.Write("sales-b.xlsx", "Id,Name\n1,a csv with a wrong name\n");
        fixture.Write("sales-c.xlsx", whole[..(whole.Length / 2)]);
        fixture.Write("sales-d.xlsx", []);
        fixture.Write("sales-e.xlsx", whole);

        var (rows, findings) = await fixture.ReadAsync();

        rows.Should().ContainSingle().Which.File.Name.Should().Be("sales-e.xlsx");
        findings.Select(finding => (finding.Code, finding.Place, finding.Severity)).Should().BeEquivalentTo(
            new[] { "a", "b", "c", "d" }.Select(letter => ("BRG-TAB-008", $"sales-{letter}.xlsx", Severity.Blocking)));
        findings.Single(finding => finding.Place == "sales-a.xlsx").Message.Should().Contain("password");
    }

    [Fact]
    public async Task An_address_that_is_none_behind_a_link_does_not_cost_the_workbook()
    {
        var book = new Workbook { Hyperlink = "mailto:pr@@fjord.example,x" }.Sheet(
            "Sales", Header + Workbook.Row(2, "1", "Fjord"), behind: """<hyperlinks><hyperlink ref="B2" r:id="h1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></hyperlinks>""");
        fixture.Write("sales.xlsx", book.Build());

        var (rows, findings) = await fixture.ReadAsync();

        findings.Should().BeEmpty();
        rows.Should().ContainSingle().Which.Text("Name").Should().Be("Fjord");
    }

    /// <summary>Whatever a byte becomes: rows or one blocking finding, never an error, and no temporary file is left.</summary>
    [Fact]
    public async Task A_workbook_with_any_byte_changed_is_read_or_refused()
    {
        var whole = new Workbook { SharedStrings = "<si><t>Name</t></si>" }.Sheet("Sales", Header + Workbook.Row(2, "1", """<c r="@" t="s"><v>0</v></c>""", Workbook.Number("1.5"))).Build();
        var random = new Random(20260630);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 300; round++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            fixture.Write("sales.xlsx", bytes);

            var (rows, findings) = await fixture.ReadAsync();

            read += findings.Any(finding => finding.Severity == Severity.Blocking) ? 0 : 1;
            refused += findings.Any(finding => finding.Severity == Severity.Blocking) ? 1 : 0;
            rows.Should().HaveCountLessThan(2);
        }

        read.Should().BePositive();
        refused.Should().BePositive();
    }

    [Fact]
    public async Task A_long_sheet_is_read_in_pages_and_from_any_of_them_again()
    {
        using var bytes = new MemoryStream();
        using (var writer = new SpreadsheetWriter(bytes))
        {
            writer.BeginSheet("Sales", [SpreadsheetColumn.Of("Id"), SpreadsheetColumn.Of("Name")]);
            for (var number = 1; number <= 2500; number++)
            {
                writer.WriteRow([SpreadsheetCell.Of(number), SpreadsheetCell.Of($"Größe {number}")]);
            }
        }

        fixture.Write("sales.xlsx", bytes.ToArray());
        var files = fixture.Folder.Find(TableFixture.Schema, ["sales.xlsx"], TableForms.Open);
        var pager = new RowPager(fixture.Folder);
        var pages = new List<TablePage>();
        await foreach (var page in pager.ReadAsync(files, null, CancellationToken.None))
        {
            pages.Add(page);
        }

        var cursor = new TableCursor { Name = "sales.xlsx", Length = pages[0].Length, Offset = pages[0].NextOffset, Line = pages[0].NextLine };
        var rest = new List<TableRow>();
        await foreach (var page in pager.ReadAsync(files, TableCursor.Parse(cursor.ToString()), CancellationToken.None))
        {
            rest.AddRange(page.Rows);
        }

        pages.Should().HaveCount(3);
        rest.Select(row => row.Text("Id")).Should().Equal(pages.Skip(1).SelectMany(page => page.Rows).Select(row => row.Text("Id")));
        rest[^1].Place.Should().Be("sales.xlsx:2501");
        rest[^1].Text("Name").Should().Be("Größe 2500");
    }

    [Fact]
    public void Texts_beyond_the_budget_lie_in_a_file_and_come_back_the_same()
    {
        using var strings = new SheetStrings(budget: 10);
        foreach (var number in Enumerable.Range(0, 50))
        {
            strings.Add($"text {number} é");
        }

        strings.Count.Should().Be(50);
        Enumerable.Range(0, 50).Reverse().Select(strings.At).Should().Equal(Enumerable.Range(0, 50).Reverse().Select(number => $"text {number} é"));
        strings.Invoking(each => each.At(50)).Should().Throw<InvalidDataException>();
    }
}
