using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Engine.Reporting.Runs;
using Bridge.Review.Reports;

namespace Bridge.Hosting.Reports;

/// <summary>A run as files in <c>reports/&lt;run&gt;</c>.</summary>
/// <param name="Report">What it tells.</param>
/// <param name="Document">The same as a document.</param>
/// <param name="Files">Paths.</param>
public sealed record RunFiles(RunReport Report, ReportDocument Document, IReadOnlyList<string> Files)
{
    /// <summary>Builds the report, writes its files and checks the stored outcomes record by record.</summary>
    /// <exception cref="ConservationException">A sum does not balance; names the record.</exception>
    public static async Task<RunFiles> WriteAsync(OpenMigration migration, RunRow run, CancellationToken cancellationToken)
    {
        var host = migration.Host;
        var plan = await migration.Pipeline.OpenPlanAsync(run.PlanHash, cancellationToken);
        Task<StepRow?> Find(string step, CancellationToken token) => host.Runs.FindStepAsync(run.RunId, step, token);
        var report = await RunReport.BuildAsync(run, plan, Find, ProbeNotes.ReadAsync(host.Runs, run.RunId, cancellationToken), new ReportLimits(), cancellationToken);
        if (run.Status != RunStatus.Running && await host.Runs.FindRunAsync(run.RunId, cancellationToken) == run)
        {
            report.Sums.RequireStored(await host.Runs.CountStepsAsync(run.RunId, cancellationToken));
        }

        report = report with { Templates = await TemplateStanding.ReadAsync(host.Runs, run.RunId, plan, cancellationToken) };
        var document = RunDocument.Of(report);
        var folder = new ReportFolder(Path.Combine(host.Definition.Folder, "reports", run.RunId));
        var account = new RunAccount(plan, Find);
        await folder.WriteAsync("outcomes.ndjson", file => account.WriteAsync(file, cancellationToken), cancellationToken);
        await using (var outcomes = File.OpenRead(folder.Written[^1]))
        {
            await account.CheckAsync(outcomes, cancellationToken);
        }

        await folder.WriteAsync("results.csv", file => ResultsCsv.WriteAsync(plan, Find, file, cancellationToken), cancellationToken);
        await folder.WriteTextAsync("report.html", writer => ReportPages.WriteAsync(report, writer, cancellationToken), cancellationToken);
        await folder.WriteAsync("report.json", file => RunJson.WriteAsync(report, plan, Find, file, cancellationToken), cancellationToken);
        await folder.WriteTextAsync("report.md", writer => MarkdownRenderer.WriteAsync(document, writer, cancellationToken), cancellationToken);
        return new RunFiles(report, document, folder.Written);
    }
}
