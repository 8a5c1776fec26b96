using System.Text;
using System.Text.Json;
using Bridge.Rails;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Tests;

/// <summary>Templates, and that the readers they are for take them as they are.</summary>
public sealed class TemplateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bridge-template-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("house", "--xlsx", "partners.xlsx contracts.xlsx links.xlsx codes.xlsx conversions.xlsx groups.xlsx crawled-links.xlsx")]
    [InlineData("house", "--csv", "partners.csv contracts.csv links.csv codes.csv conversions.csv groups.csv crawled-links.csv house-columns.md")]
    [InlineData("rakuten", "--xlsx", "offers.xlsx offer-assignments.xlsx codes.xlsx crawled-links.xlsx")]
    public async Task Every_table_of_a_rail_is_written_and_read_back_with_nothing_but_its_example(string rail, string form, string files)
    {
        var result = await Cli.RunAsync(folder, "template", rail, form, "--folder", "inbox", "--json");

        result.ExitCode.Should().Be(0);
        using var json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString()).Should().Equal(files.Split(' '));
        var tables = new TableFolder(Path.Combine(folder, "inbox"), rail, "test");
        foreach (var schema in RailCatalog.BuiltIn().Find(rail)!.Descriptor.Templates)
        {
            var rows = new List<TableRow>();
            await foreach (var page in new RowPager(tables).ReadAsync(tables.Find(schema, schema.Patterns, TableForms.Open), null, CancellationToken.None))
            {
                page.Findings.Should().NotContain(finding => finding.Code != "BRG-TAB-015");
                rows.AddRange(page.Rows);
            }

            rows.Should().ContainSingle(schema.Name).Which.IsExample().Should().BeTrue();
            rows[0].Dialect.Header.Known.Should().Be(schema.Columns.Count);
            schema.Columns.Should().OnlyContain(column => column.Meaning.Length > 0);
        }
    }

    [Fact]
    public async Task The_columns_are_explained_in_a_text_beside_CSV_files()
    {
        await Cli.RunAsync(folder, "template", "rakuten", "--csv");

        var text = await File.ReadAllTextAsync(Path.Combine(folder, "rakuten-columns.md"), Encoding.UTF8);

        text.Should().Contain("## offers.csv: offer sheet").And.Contain("| Site ID | yes |").And.Contain("SID, Publisher ID");
    }

    [Fact]
    public async Task A_migration_from_house_files_can_be_begun_and_its_profile_fits_both_rails()
    {
        await Cli.RunAsync(folder, "init", "house", "impact", "acme");
        await Cli.RunAsync(folder, "template", "house", "--folder", "acme/inbox");

        var result = await Cli.RunAsync(folder, "doctor", "--dir", "acme", "--json");

        File.Exists(Path.Combine(folder, "acme", "house-to-impact.yaml")).Should().BeTrue();
        result.Output.Should().Contain("partners.xlsx").And.NotContain("BRG-PRF-").And.NotContain("house-to-impact.yaml:");
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "codes.xlsx"), "mine");

        var result = await Cli.RunAsync(folder, "template", "rakuten");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("codes.xlsx").And.Contain("--folder");
        Directory.GetFiles(folder).Should().ContainSingle();
    }

    [Theory]
    [InlineData("impact", "house, rakuten")]
    [InlineData("nowhere", "house, impact, rakuten")]
    public async Task A_rail_without_tables_or_an_unknown_one_is_said_with_those_that_have_some(string rail, string known)
    {
        var result = await Cli.RunAsync(folder, "template", rail);

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain(known);
    }

    [Fact]
    public async Task Findings_of_table_files_can_be_looked_up()
    {
        var result = await Cli.RunAsync(folder, "show", "finding", "BRG-TAB-005");

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain("dateOrder");
    }
}
