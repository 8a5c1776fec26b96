using System.Text;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Runs;
using Bridge.Review.Reports;
using Bridge.Testing.Plans;
using Bridge.Testing.Stores;

namespace Bridge.Review.Tests.Reports;

public sealed class ReportFilesTests
{
    private static readonly MigrationKeys Keys = new("northwind", "northwind-2027");

    private readonly InMemoryArtifactStore store = new();

    [Fact]
    public async Task A_dry_run_is_stored_in_every_format_beside_its_plan()
    {
        var plan = SamplePlans.Apply();
        var report = await DryRunReport.BuildAsync(plan, _ => TimeSpan.Zero, new ReportLimits(), CancellationToken.None);

        var page = await new ReportFiles(store, Keys).WriteAsync(report, plan, CancellationToken.None);

        page.Should().Be(Keys.PlanReport(plan.Hash, "dry-run.html"));
        (await ListAsync()).Should().Equal(new[] { "csv", "html", "json", "md" }.Select(extension => Keys.PlanReport(plan.Hash, $"dry-run.{extension}").Path));
        (await ReadAsync(page)).Should().StartWith("<!DOCTYPE html>").And.Contain("Fjord Reviews");
    }

    [Fact]
    public async Task Writing_a_dry_run_again_changes_nothing()
    {
        var plan = SamplePlans.Apply();
        var report = await DryRunReport.BuildAsync(plan, _ => TimeSpan.Zero, new ReportLimits(), CancellationToken.None);
        var files = new ReportFiles(store, Keys);
        await files.WriteAsync(report, plan, CancellationToken.None);

        await files.WriteAsync(report, plan, CancellationToken.None);

        (await ListAsync()).Should().HaveCount(4);
    }

    [Fact]
    public async Task A_run_is_stored_with_its_results_and_its_checked_outcomes()
    {
        var plan = SamplePlans.Apply(false);
        var report = await RunReport.BuildAsync(SampleRuns.ApplyRow, plan, SampleRuns.Applied().FindAsync, SampleRuns.Notes(), new ReportLimits(), CancellationToken.None);

        await new ReportFiles(store, Keys).WriteAsync(report, plan, SampleRuns.Applied().FindAsync, "12", CancellationToken.None);

        (await ListAsync()).Should().Equal(new[] { "outcomes-12.ndjson", "report-12.html", "report-12.json", "report-12.md", "results-12.csv" }.Select(name => Keys.RunReport("run-1", name).Path));
        (await ReadAsync(Keys.RunReport("run-1", "outcomes-12.ndjson"))).TrimEnd('\n').Split('\n').Should().HaveCount(27);
    }

    [Fact]
    public async Task A_step_that_moves_between_list_and_check_is_named()
    {
        var plan = SamplePlans.Apply(false);
        var states = SampleRuns.Applied();
        var report = await RunReport.BuildAsync(SampleRuns.ApplyRow, plan, states.FindAsync, SampleRuns.Notes(), new ReportLimits(), CancellationToken.None);
        var files = new ReportFiles(store, Keys);
        await files.WriteAsync(report, plan, states.FindAsync, "", CancellationToken.None);
        states.Set("partners/1002/create", StepState.Applied, targetId: "88002");

        var again = () => files.WriteAsync(report, plan, states.FindAsync, "", CancellationToken.None);

        (await again.Should().ThrowAsync<ConservationException>()).WithMessage("*partners '1002' is stored as manual (WaitsForPerson), but its step ended as created*");
    }

    private async Task<List<string>> ListAsync()
    {
        var paths = new List<string>();
        await foreach (var key in store.ListAsync(Keys.Prefix, CancellationToken.None))
        {
            paths.Add(key.Path);
        }

        return paths;
    }

    private async Task<string> ReadAsync(ArtifactKey key)
    {
        await using var stream = await store.OpenReadAsync(key, CancellationToken.None);
        using var reader = new StreamReader(stream!, Encoding.UTF8);
        return await reader.ReadToEndAsync(CancellationToken.None);
    }
}
