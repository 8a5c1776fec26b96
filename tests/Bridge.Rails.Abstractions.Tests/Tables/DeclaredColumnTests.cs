using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Tests.Tables;

public sealed class DeclaredColumnTests : IDisposable
{
    private readonly TableFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Columns_may_be_named_by_their_place_in_a_file_without_header()
    {
        fixture.Write("sales.csv", "x;12;3 avril 2026;1.234,50\ny;13;1er août 26;7\n");
        var schema = TableFixture.Schema with
        {
            HasHeader = false,
            Columns = [new("Id", CellKind.Id, true) { Position = 2 }, new("Day", CellKind.Date, false) { Position = 3 }, new("Amount", CellKind.Number, false) { Position = 4 }],
        };

        var (rows, findings) = await fixture.ReadAsync(schema);

        findings.Should().BeEmpty();
        rows.Select(row => (row.Text("Id"), row.Line)).Should().Equal(("12", 1), ("13", 2));
        rows.Select(row => new CellReader(row).Date("Day", fatal: true)!.Value.Date).Should().Equal(new DateTime(2026, 4, 3), new DateTime(2026, 8, 1));
        rows.Select(row => new CellReader(row).Number("Amount", fatal: true)).Should().Equal(1234.5m, 7m);
    }

    [Fact]
    public async Task A_place_beyond_the_last_column_is_a_missing_column()
    {
        fixture.Write("sales.csv", "x;12\n");
        var schema = TableFixture.Schema with { HasHeader = false, Columns = [new("Id", CellKind.Id, true) { Position = 3 }] };

        var (rows, findings) = await fixture.ReadAsync(schema);

        rows.Should().BeEmpty();
        findings.Should().ContainSingle(finding => finding.Code == "BRG-TAB-003" && finding.Value == "Id");
    }

    [Fact]
    public async Task Constants_stand_in_for_columns_and_words_are_translated()
    {
        fixture.Write("sales.csv", "Id;Statut\n1;Actif\n2;EN PAUSE\n3;autre\n");
        var schema = TableFixture.Schema with
        {
            Columns =
            [
                new("Id", CellKind.Id, true),
                new("Currency", CellKind.Text, true) { Constant = "EUR" },
                new("Status", CellKind.Text, true, "Statut") { Words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["actif"] = "active", ["en pause"] = "paused" } },
            ],
        };

        var (rows, _) = await fixture.ReadAsync(schema);

        rows.Select(row => row.Text("Currency")).Should().Equal("EUR", "EUR", "EUR");
        rows.Select(row => row.Text("Status")).Should().Equal("active", "paused", "autre");
    }

    [Fact]
    public async Task What_stands_above_the_header_is_not_read()
    {
        fixture.Write("sales.csv", "Sales of June;;\n\nId;Name;Amount\n1;One;2,5\n");

        var (rows, findings) = await fixture.ReadAsync(forms: new TableForms { HeaderLine = 3 });

        findings.Should().BeEmpty();
        rows.Should().ContainSingle().Which.Place.Should().Be("sales.csv:4");
    }

    [Fact]
    public async Task Times_without_zone_stand_in_the_zone_of_the_file_summer_and_winter()
    {
        fixture.Write("sales.csv", "Id;Day\n1;15/01/2026 12:00\n2;15/07/2026 12:00\n");

        var (rows, _) = await fixture.ReadAsync(forms: new TableForms { Zone = TableForms.ZoneOf("Europe/Paris")! });

        rows.Select(row => new CellReader(row).Date("Day", fatal: true)!.Value.Offset).Should().Equal(TimeSpan.FromHours(1), TimeSpan.FromHours(2));
    }

    [Theory]
    [InlineData("+02:00", 2)]
    [InlineData("-05:00", -5)]
    [InlineData("Z", 0)]
    public void A_zone_may_be_an_offset(string text, int hours) =>
        TableForms.ZoneOf(text)!.GetUtcOffset(new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Unspecified)).Should().Be(TimeSpan.FromHours(hours));

    [Theory]
    [InlineData("Paris")]
    [InlineData("+25:00")]
    [InlineData("2:00")]
    public void A_zone_that_is_none_is_refused(string text) => TableForms.ZoneOf(text).Should().BeNull();

    [Fact]
    public async Task The_example_row_of_a_template_is_known()
    {
        fixture.Write("sales.csv", "Id,Name\nEXAMPLE: 1,One\n2,EXAMPLE: no\n");

        var (rows, _) = await fixture.ReadAsync();

        rows.Select(row => row.IsExample()).Should().Equal(true, false);
    }

    [Fact]
    public async Task The_example_row_says_nothing_about_how_people_write()
    {
        fixture.Write("sales.csv", "Id;Name;Amount;Day\nEXAMPLE: 1;One;7.5;2026-01-31\n2;Two;7,5;31/01/2026\n");

        var (rows, findings) = await fixture.ReadAsync();

        findings.Should().BeEmpty();
        new CellReader(rows[1]).Number("Amount", fatal: true).Should().Be(7.5m);
    }

    [Theory]
    [InlineData("", null, 0)]
    [InlineData("12", 12, 0)]
    [InlineData("1.5", null, 1)]
    [InlineData("-1", null, 1)]
    [InlineData("many", null, 1)]
    public async Task A_whole_number_may_be_blank_and_one_that_is_none_is_one_problem(string text, int? expected, int problems)
    {
        fixture.Write("sales.csv", $"Id,Amount\n1,{text}\n");
        var (rows, _) = await fixture.ReadAsync();
        var cells = new CellReader(rows[0]);

        var count = cells.Count("Amount", fatal: false);

        count.Should().Be(expected);
        cells.Problems.Should().HaveCount(problems);
    }

    [Fact]
    public void Every_code_that_the_tables_use_is_explained()
    {
        TableFindingCodes.All.Select(code => code.Code).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        TableFindingCodes.All.Should().Contain(code => code.Code == "BRG-TAB-005").And.OnlyContain(code => code.Meaning.Length > 0 && code.Remedy.Length > 0);
    }
}
