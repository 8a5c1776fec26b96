using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Runs;
using Bridge.Review.Reports;
using Bridge.Testing;
using Bridge.Testing.Plans;

namespace Bridge.Review.Tests.Reports;

public sealed class ReportPagesTests
{
    private static readonly string[] Loading = ["src", "srcset", "data", "poster", "background", "action", "formaction", "ping", "manifest", "xlink:href"];

    [Fact]
    public async Task A_dry_run_is_one_page_that_looks_the_same_every_time() => Golden.Match("dry-run.html", await DryRunAsync());

    [Fact]
    public async Task A_run_is_one_page_that_looks_the_same_every_time() => Golden.Match("run.html", await RunAsync());

    [Theory]
    [InlineData("dry run")]
    [InlineData("run")]
    [InlineData("rollback")]
    public async Task A_page_refers_to_nothing_outside_of_itself(string which)
    {
        var html = await PageAsync(which);

        using var page = Parse(html);

        page.All.SelectMany(element => element.Attributes).Where(attribute => Loading.Contains(attribute.Name)).Should().BeEmpty();
        page.QuerySelectorAll("link, iframe, object, embed, base, img, form, video, audio, source, template, portal").Should().BeEmpty();
        page.QuerySelectorAll("[href]").Should().OnlyContain(element => element.GetAttribute("href")!.StartsWith('#'));
        page.QuerySelectorAll("[style]").Should().BeEmpty("the policy forbids style attributes");
        page.QuerySelector("style")!.TextContent.Should().NotContain("url(").And.NotContain("@import");
        page.QuerySelector("script")!.TextContent.Should().NotContain("fetch").And.NotContain("XMLHttpRequest").And.NotContain("innerHTML").And.NotContain("http");
    }

    [Theory]
    [InlineData("dry run")]
    [InlineData("run")]
    [InlineData("rollback")]
    public async Task Every_id_is_unique_and_every_anchor_leads_somewhere(string which)
    {
        using var page = Parse(await PageAsync(which));

        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        ids.Should().OnlyHaveUniqueItems();
        page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).Should().NotBeEmpty().And.BeSubsetOf(ids);
        page.QuerySelectorAll("label[for]").Select(label => label.GetAttribute("for")!).Should().BeSubsetOf(ids);
    }

    [Theory]
    [InlineData("dry run")]
    [InlineData("run")]
    [InlineData("rollback")]
    public async Task A_page_can_be_read_without_eyes(string which)
    {
        using var page = Parse(await PageAsync(which));

        page.DocumentElement.GetAttribute("lang").Should().Be("en");
        page.QuerySelectorAll("h1").Should().ContainSingle();
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Where(heading => heading.Closest("details") is null).Select(heading => heading.LocalName[1] - '0').ToList();
        levels.Zip(levels.Skip(1)).Should().OnlyContain(pair => pair.Second - pair.First <= 1, "headings step down one level at a time");
        page.QuerySelectorAll("th").Should().OnlyContain(cell => cell.HasAttribute("scope"));
        page.QuerySelectorAll(".scroll").Should().OnlyContain(region => region.GetAttribute("aria-label")!.Length > 0 && region.GetAttribute("tabindex") == "0");
        page.QuerySelectorAll("svg").Where(image => image.GetAttribute("role") != "img" || !image.GetAttribute("aria-label")!.Contains(" = ", StringComparison.Ordinal)).Should().BeEmpty();
        page.QuerySelectorAll("main").Should().ContainSingle();
    }

    [Fact]
    public async Task The_policy_allows_this_style_and_this_script_and_nothing_else()
    {
        using var page = Parse(await DryRunAsync());

        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content");

        policy.Should().Be($"default-src 'none'; style-src 'sha256-{HashOf(page, "style")}'; script-src 'sha256-{HashOf(page, "script")}'; base-uri 'none'; form-action 'none'");
        page.QuerySelectorAll("script, style").Should().HaveCount(2);
    }

    [Fact]
    public async Task The_equation_of_every_entity_is_there()
    {
        using var page = Parse(await DryRunAsync());

        page.QuerySelectorAll(".equations .sum").Select(sum => sum.TextContent).Should().Equal(
            "3 = 1 created + 0 updated + 0 unchanged + 1 adopted + 1 skipped + 0 blocked + 0 manual",
            "9 = 4 created + 0 updated + 1 unchanged + 1 adopted + 1 skipped + 1 blocked + 1 manual",
            "6 = 3 created + 1 updated + 0 unchanged + 0 adopted + 1 skipped + 1 blocked + 0 manual",
            "6 = 2 created + 1 updated + 1 unchanged + 1 adopted + 0 skipped + 1 blocked + 0 manual",
            "3 = 1 created + 0 updated + 0 unchanged + 1 adopted + 0 skipped + 1 blocked + 0 manual");
        page.QuerySelectorAll(".equations td.good").Should().HaveCount(5).And.OnlyContain(cell => cell.TextContent == "balanced");
    }

    [Fact]
    public async Task Names_of_strangers_stay_text()
    {
        var html = await DryRunAsync();

        using var page = Parse(html);

        page.QuerySelectorAll("details.card .title").Select(title => title.TextContent).Should().Contain([SamplePlans.ScriptName, SamplePlans.FormulaName]);
        html.Should().NotContain("<script>alert").And.NotContain("\u001b").And.NotContain("\u202E").And.NotContain("&#x202E;").And.NotContain("&#x1B;");
    }

    [Fact]
    public async Task A_partner_has_its_changes_before_and_after_in_its_card()
    {
        using var page = Parse(await DryRunAsync());

        var card = page.QuerySelectorAll("details.card").Single(element => element.QuerySelector(".title")!.TextContent == "Fjord Reviews");

        card.QuerySelector(".ids")!.TextContent.Should().Be("1001 → 88001");
        card.QuerySelectorAll(".changes tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent)))
            .Should().Contain("commission | 5 % of sale for new customers | 7.5 % of sale for new customers");
    }

    [Fact]
    public async Task No_personal_value_and_no_hash_of_one_is_on_a_page()
    {
        var html = await DryRunAsync();

        html.Should().Contain("e-mail (in the vault)").And.NotContain("fedcba98").And.NotContain("01234567").And.NotContain("00112233");
    }

    [Fact]
    public async Task A_page_of_a_long_plan_stays_small()
    {
        var report = await DryRunReport.BuildAsync(SamplePlans.Wide(20_000), _ => TimeSpan.Zero, new ReportLimits(), CancellationToken.None);
        await using var writer = new StringWriter();

        await ReportPages.WriteAsync(report, writer, CancellationToken.None);

        writer.ToString().Length.Should().BeLessThan(400_000);
        writer.ToString().Should().Contain("200 of 20,000 partners");
    }

    private static Task<string> PageAsync(string which) => which switch
    {
        "dry run" => DryRunAsync(),
        "run" => RunAsync(),
        _ => RollbackAsync(),
    };

    private static async Task<string> DryRunAsync()
    {
        var report = await DryRunReport.BuildAsync(SamplePlans.Apply(), calls => TimeSpan.FromMinutes(calls), new ReportLimits(), CancellationToken.None);
        await using var writer = new StringWriter();
        await ReportPages.WriteAsync(report, writer, CancellationToken.None);
        return writer.ToString();
    }

    private static async Task<string> RunAsync()
    {
        var report = await RunReport.BuildAsync(SampleRuns.ApplyRow, SamplePlans.Apply(false), SampleRuns.Applied().FindAsync, SampleRuns.Notes(), new ReportLimits(), CancellationToken.None);
        await using var writer = new StringWriter();
        await ReportPages.WriteAsync(report, writer, CancellationToken.None);
        return writer.ToString();
    }

    private static async Task<string> RollbackAsync()
    {
        var report = await RunReport.BuildAsync(SampleRuns.RollbackRow, SamplePlans.Rollback(), SampleRuns.RolledBack().FindAsync, SampleRuns.NoNotes(), new ReportLimits(), CancellationToken.None);
        await using var writer = new StringWriter();
        await ReportPages.WriteAsync(report, writer, CancellationToken.None);
        return writer.ToString();
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string HashOf(IDocument page, string element) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.QuerySelector(element)!.TextContent)));
}
