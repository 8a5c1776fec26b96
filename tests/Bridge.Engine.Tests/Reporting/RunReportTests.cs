using System.Text;
using System.Text.Json;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Engine.Reporting.Runs;
using Bridge.Engine.Rollback;
using Bridge.Model.Identity;
using Bridge.Testing;
using Bridge.Testing.Plans;

namespace Bridge.Engine.Tests.Reporting;

public sealed class RunReportTests
{
    [Fact]
    public async Task A_waiting_run_tells_whose_turn_it_is()
    {
        var report = await ApplyAsync();

        Equation.Of(report.Sums.Steps).Should().Be("21 = 10 done + 3 waiting + 1 declined + 2 failed + 1 unknown + 2 cancelled + 2 not started");
        report.Tasks().Select(group => (group.Owner, group.Action, group.Count, group.Reason)).Should().BeEquivalentTo(
        [
            ((TaskOwner?)TaskOwner.Reviewer, "create tracking link", 1L, "OutcomeUnknown"),
            (TaskOwner.Operator, "invite partner by prospect file", 1L, "WaitsForPerson"),
            (TaskOwner.Operator, "switch contract terms", 1L, "WaitsForPerson"),
            (TaskOwner.Partner, "contract comes with the partner", 1L, "WaitsForProbe"),
        ]);
        report.Problems().Select(group => group.Reason).Should().BeEquivalentTo(["PartnerDeclined", "RailRejected", "TargetDiffers", "ParentFailed", "ParentFailed"]);
        report.Found.Should().Equal(
            new ProbeGroup { Reason = "PartnerDeclined", Message = "The partner declined the terms.", Count = 1, PutRight = 0, Steps = ["partners/1008/create"] },
            new ProbeGroup { Reason = "TermsDiffer", Message = "commission is 5 %, must be 7.5 %", Count = 1, PutRight = 1, Steps = ["templates/77/build"] });
    }

    [Fact]
    public async Task A_run_account_balances_for_every_entity()
    {
        var report = await ApplyAsync();

        report.Sums.Entities.Should().OnlyContain(totals => totals.Balanced());
        Equation.Of(report.Sums.Entities.Single(totals => totals.Entity == EntityKind.Partner))
            .Should().Be("9 = 1 created + 0 updated + 1 unchanged + 1 adopted + 1 skipped + 3 blocked + 2 manual");
    }

    [Theory]
    [InlineData(100)]
    public async Task A_run_reads_well_on_a_terminal(int width) => Golden.Match("run.txt", TextRenderer.Text(RunDocument.Of(await ApplyAsync()), width));

    [Fact]
    public async Task A_run_reads_well_as_markdown() => Golden.Match("run.md", await RendererTests.MarkdownAsync(RunDocument.Of(await ApplyAsync())));

    [Fact]
    public async Task Results_give_every_record_and_step_its_reason()
    {
        using var file = new MemoryStream();

        await ResultsCsv.WriteAsync(SamplePlans.Apply(false), SampleRuns.Applied().FindAsync, file, CancellationToken.None);

        SpreadsheetTextTests.Parse(file).Should().HaveCount(31).And.OnlyContain(row => row.Length == ResultsCsv.Header.Count);
        Golden.Match("results.csv", Encoding.UTF8.GetString(file.ToArray()));
    }

    [Fact]
    public async Task A_run_as_json_has_both_sums_and_all_records()
    {
        using var file = new MemoryStream();

        await RunJson.WriteAsync(await ApplyAsync(), SamplePlans.Apply(false), SampleRuns.Applied().FindAsync, file, CancellationToken.None);

        using var json = JsonDocument.Parse(file.ToArray());
        json.RootElement.GetProperty("summary").GetProperty("sums").GetProperty("steps").GetProperty("done").GetInt64().Should().Be(10);
        json.RootElement.GetProperty("records").GetArrayLength().Should().Be(31);
        Golden.Match("run.json", JsonSerializer.Serialize(json.RootElement, IndentedJson.Default.JsonElement) + "\n");
    }

    [Fact]
    public async Task A_rollback_ends_every_step_in_exactly_one_class()
    {
        var report = await RunReport.BuildAsync(SampleRuns.RollbackRow, SamplePlans.Rollback(), SampleRuns.RolledBack().FindAsync, SampleRuns.NoNotes(), new ReportLimits(), CancellationToken.None);

        Enum.GetValues<RollbackClass>().Select(final => report.Count(final)).Should().Equal(3, 1, 1, 2, 1);
        report.Rollback.Sum(group => group.Count).Should().Be(report.Head.Plan.Kind == PlanKind.Rollback ? 8 : 0);
        Golden.Match("rollback.txt", TextRenderer.Text(RunDocument.Of(report), 100));
    }

    private static Task<RunReport> ApplyAsync() =>
        RunReport.BuildAsync(SampleRuns.ApplyRow, SamplePlans.Apply(false), SampleRuns.Applied().FindAsync, SampleRuns.Notes(), new ReportLimits(), CancellationToken.None);
}
