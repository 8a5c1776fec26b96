using System.Text;
using System.Text.Json;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Testing;
using Bridge.Testing.Plans;

namespace Bridge.Engine.Tests.Reporting;

public sealed class RendererTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(140)]
    public async Task A_dry_run_reads_well_on_a_terminal(int width)
    {
        var text = TextRenderer.Text(DryRunDocument.Of(await DryRunAsync()), width);

        Golden.Match($"dry-run-{width}.txt", text);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(200)]
    public async Task No_line_is_wider_than_the_terminal_or_holds_a_control_character(int width)
    {
        var lines = TextRenderer.Lines(DryRunDocument.Of(await DryRunAsync()), width);

        lines.Should().OnlyContain(line => VisibleText.Width(line.Text) <= Math.Max(width, 78), "seven columns need at least 78");
        lines.Where(line => line.Style != LineStyle.Text && line.Style != LineStyle.TableHead && line.Style != LineStyle.Muted).Should().OnlyContain(line => VisibleText.Width(line.Text) <= width);
        lines.Should().OnlyContain(line => !line.Text.Any(char.IsControl) && !line.Text.Contains('\u202E'));
    }

    [Fact]
    public async Task Only_so_many_partners_are_printed()
    {
        var text = TextRenderer.Text(DryRunDocument.Of(await DryRunAsync()), 100, cards: 2);

        text.Should().Contain("Doppel GmbH (1007)").And.NotContain("Twin Media (1005), high").And.Contain("and 7 more in the HTML report");
    }

    [Fact]
    public async Task A_dry_run_reads_well_as_markdown()
    {
        Golden.Match("dry-run.md", await MarkdownAsync(DryRunDocument.Of(await DryRunAsync())));
    }

    [Fact]
    public async Task Names_never_become_markup_in_markdown()
    {
        var markdown = await MarkdownAsync(DryRunDocument.Of(await DryRunAsync()));

        markdown.Should().NotMatchRegex("(?<!\\\\)<").And.Contain("\\<script\\>alert(1)").And.NotContain("\u001b").And.NotContain("\u202E");
        markdown.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Should().Contain(line => line.Contains("http://old.example/a\\|b", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_as_csv_has_a_row_for_each_change_loss_outcome_and_finding()
    {
        using var file = new MemoryStream();

        await PlanCsv.WriteAsync(SamplePlans.Apply(), file, CancellationToken.None);

        Golden.Match("dry-run.csv", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public async Task A_dry_run_as_json_has_a_summary_and_all_records()
    {
        using var file = new MemoryStream();
        var plan = SamplePlans.Apply();
        var report = await DryRunAsync();

        await DryRunJson.WriteAsync(report, plan, file, CancellationToken.None);

        using var json = JsonDocument.Parse(file.ToArray());
        json.RootElement.GetProperty("kind").GetString().Should().Be("dryRun");
        json.RootElement.GetProperty("summary").GetProperty("head").GetProperty("planHash").GetString().Should().Be(plan.Hash);
        json.RootElement.GetProperty("records").GetArrayLength().Should().Be(31);
        Golden.Match("dry-run.json", JsonSerializer.Serialize(json.RootElement, IndentedJson.Default.JsonElement) + "\n");
    }

    [Fact]
    public async Task A_long_plan_is_written_as_json_piece_by_piece()
    {
        var plan = SamplePlans.Wide(5000);
        var report = await DryRunReport.BuildAsync(plan, _ => TimeSpan.Zero, new ReportLimits { Partners = 1 }, CancellationToken.None);
        await using var file = new CountingStream();

        await DryRunJson.WriteAsync(report, plan, file, CancellationToken.None);

        file.Writes.Should().BeGreaterThan(10);
        file.LargestWrite.Should().BeLessThan(256 * 1024);
    }

    internal static Task<DryRunReport> DryRunAsync() =>
        DryRunReport.BuildAsync(SamplePlans.Apply(), calls => TimeSpan.FromMinutes(calls), new ReportLimits(), CancellationToken.None);

    internal static async Task<string> MarkdownAsync(ReportDocument document)
    {
        await using var writer = new StringWriter();
        await MarkdownRenderer.WriteAsync(document, writer, CancellationToken.None);
        return writer.ToString();
    }
}
