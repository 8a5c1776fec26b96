using System.Text;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Impact.Files;
using Bridge.Testing.Privacy;

namespace Bridge.Rails.Tests.Impact;

/// <summary>Packs written onto the file that a person downloaded from the tool.</summary>
public sealed class ImpactPackTemplateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-templates-").FullName;
    private readonly PlainPersonalValues vault = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Columns_stand_where_the_template_has_them_and_unknown_ones_stay_blank()
    {
        var format = Format("MP Value 1,Remarks, contact EMAIL *,partner name*,Website URL,Template Terms ID\r\n");

        var columns = await format.ColumnsAsync(PartnerEntry.ProspectFile, default);
        var text = await WriteAsync(format, PartnerEntry.ProspectFile);

        columns.Template.Should().Be("template.csv");
        columns.Blank.Should().Equal("Remarks");
        columns.Unconfirmed.Should().BeEmpty();
        columns.Unwritten.Should().Equal("FirstName", "LastName", "Group", "MPValue2", "MPValue3");
        columns.Problems.Should().BeEmpty();
        text.Should().Be(
            "MP Value 1,Remarks,contact EMAIL *,partner name*,Website URL,Template Terms ID\r\n" +
            "4711,,ingrid1@fjord-reviews.example,Fjord Reviews,https://www.fjord-reviews.example,98001\r\n");
    }

    [Fact]
    public async Task A_German_template_keeps_its_separator_and_its_mark()
    {
        var format = Format("\uFEFFPartnername;E-Mail-Adresse;Partnerwert 1;Partnergruppe\r\n");

        var text = await WriteAsync(format, PartnerEntry.ProspectFile);

        text.Should().Be("\uFEFFPartnername;E-Mail-Adresse;Partnerwert 1;Partnergruppe\r\nFjord Reviews;ingrid1@fjord-reviews.example;4711;\r\n");
        format.BatchOf(PartnerEntry.ProspectFile, Draft()).Should().Be("98001", "the file has no column for the template, so the tool is told once");
    }

    [Fact]
    public async Task A_required_column_that_nobody_knows_is_named_and_nothing_is_written()
    {
        var format = Format("Name,Email,MPValue1,Business Unit*,Tier (required)\r\n");

        var columns = await format.ColumnsAsync(PartnerEntry.ProspectFile, default);
        var act = () => WriteAsync(format, PartnerEntry.ProspectFile);

        columns.Problems.Select(problem => (problem.Code, problem.Severity, problem.Value)).Should().Equal(
            ("BRG-IMP-021", Severity.Blocking, "Business Unit*"), ("BRG-IMP-021", Severity.Blocking, "Tier (required)"));
        columns.Problems.Should().OnlyContain(problem => problem.Remedy.Contains("templateColumns"));
        await act.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task The_settings_say_what_a_header_means_and_give_constants()
    {
        var format = Format("Publisher,Mail,MPValue1,Business Unit*\r\n", ("Publisher", "Name"), ("Mail", "Email"), ("Business Unit", "\"EMEA\""));

        (await format.ColumnsAsync(PartnerEntry.ProspectFile, default)).Problems.Should().BeEmpty();
        (await WriteAsync(format, PartnerEntry.ProspectFile)).Should().EndWith("\r\nFjord Reviews,ingrid1@fjord-reviews.example,4711,EMEA\r\n");
    }

    [Theory]
    [InlineData("Website,Group\r\n", "BRG-IMP-022,BRG-IMP-022,BRG-IMP-023")]
    [InlineData("\r\n\r\n", "BRG-IMP-020")]
    [InlineData(null, "BRG-IMP-020")]
    public async Task A_template_that_is_none_or_the_wrong_one_is_named(string? text, string codes)
    {
        var format = Format(text);

        var columns = await format.ColumnsAsync(PartnerEntry.ProspectFile, default);

        string.Join(',', columns.Problems.Select(problem => problem.Code)).Should().Be(codes);
        columns.Problems.Should().OnlyContain(problem => problem.Remedy.Length > 0);
    }

    [Fact]
    public async Task Without_a_template_every_column_is_marked_as_unconfirmed()
    {
        var columns = await new ImpactFilePackFormat(vault, PackTemplates.None).ColumnsAsync(PartnerEntry.ImportFile, default);

        columns.Template.Should().BeNull();
        columns.Unconfirmed.Should().Equal(columns.Columns).And.Contain("PrimaryPromotionalMethod");
        columns.Notes().Should().ContainSingle().Which.Should().StartWith("Unconfirmed column: AccountName, ");
    }

    [Fact]
    public async Task A_workbook_is_filled_below_its_header_and_keeps_its_other_sheets()
    {
        var path = Path.Combine(folder, "template.xlsx");
        await using (var stream = File.Create(path))
        {
            using var workbook = new SpreadsheetWriter(stream);
            workbook.BeginSheet("Import", [new SpreadsheetColumn("Email Address", 20), new SpreadsheetColumn("Account Name", 20), new SpreadsheetColumn("MP Value 1", 20)]);
            workbook.WriteRow([SpreadsheetCell.Of("example@example.org"), SpreadsheetCell.Of("Example"), SpreadsheetCell.Of("0")]);
            workbook.BeginSheet("Help", [new SpreadsheetColumn("Help", 20)]);
        }

        var format = new ImpactFilePackFormat(vault, new PackTemplates("to", null, path, new Dictionary<string, string>()));
        var filled = Path.Combine(folder, "pack.xlsx");
        await using (var stream = File.Create(filled))
        {
            var receipt = await format.WriteAsync(PartnerEntry.ImportFile, [new FilePackRow("a", Draft()), new FilePackRow("b", Draft() with { Name = "=Dale" })], stream, default);
            receipt.Rows.Should().Equal(1, 1);
        }

        format.ExtensionOf(PartnerEntry.ImportFile).Should().Be("xlsx");
        (await RowsAsync(filled)).Should().Equal(
            "ingrid1@fjord-reviews.example,Fjord Reviews,4711",
            "ingrid1@fjord-reviews.example,=Dale,4711");
        using var archive = System.IO.Compression.ZipFile.OpenRead(filled);
        archive.Entries.Select(entry => entry.FullName).Should().Contain("xl/worksheets/sheet2.xml");
    }

    private async Task<IReadOnlyList<string>> RowsAsync(string path)
    {
        var schema = new TableSchema
        {
            Name = "t",
            Title = "t",
            Setting = "t",
            Patterns = [],
            Origin = "t",
            Columns = [new TableColumn("Email Address", CellKind.Text, true), new TableColumn("Account Name", CellKind.Text, true), new TableColumn("MP Value 1", CellKind.Text, true)],
        };
        var table = new TableFolder(folder, "t", "t");
        var rows = new List<string>();
        await foreach (var row in new RowPager(table).RowsAsync(table.Find(schema, [Path.GetFileName(path)], TableForms.Open)[0], default))
        {
            rows.Add(string.Join(',', schema.Columns.Select(column => row.Text(column.Name))));
        }

        return rows;
    }

    private PartnerDraft Draft() => TwinDrafts.Partner(vault, "98001");

    private ImpactFilePackFormat Format(string? template, params (string Header, string Meaning)[] headers)
    {
        var path = Path.Combine(folder, "template.csv");
        if (template is not null)
        {
            File.WriteAllText(path, template, new UTF8Encoding(false));
        }

        return new ImpactFilePackFormat(vault, new PackTemplates("to", path, null, headers.ToDictionary(one => one.Header, one => one.Meaning)));
    }

    private async Task<string> WriteAsync(ImpactFilePackFormat format, PartnerEntry entry)
    {
        using var file = new MemoryStream();
        await format.WriteAsync(entry, [new FilePackRow("step-1", Draft())], file, default);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
