using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Review.Reports;

namespace Bridge.Hosting.Reports;

/// <summary>The dry run of a plan as files in <c>reports/&lt;first 12 of the plan&gt;</c>.</summary>
/// <param name="Report">What it tells.</param>
/// <param name="Document">The same as a document.</param>
/// <param name="Files">Paths: the page first.</param>
public sealed record PlanFiles(DryRunReport Report, ReportDocument Document, IReadOnlyList<string> Files)
{
    /// <summary>
    /// Builds the report, writes its files, and notes the plan as the newest. The plan is read twice: the two files that hold all
    /// of it are written beside the second reading.
    /// </summary>
    public static async Task<PlanFiles> WriteAsync(OpenMigration migration, StoredPlan plan, CancellationToken cancellationToken)
    {
        var definition = migration.Host.Definition;
        var folder = new ReportFolder(Path.Combine(definition.Folder, "reports", plan.Hash[..12]));
        await using var records = migration.Host.Scratch.Create();
        DryRunReport? built = null;
        await folder.WriteAsync(
            "dry-run.csv",
            async file =>
            {
                await using var rows = new PlanCsv(file);
                await using var changes = new RecordChangeWriter(records);
                built = await BuildAsync(migration, plan, [rows, changes], cancellationToken);
            },
            cancellationToken);
        var report = built!;
        var document = DryRunDocument.Of(report);
        records.Position = 0;
        await folder.WriteTextAsync("dry-run.html", writer => ReportPages.WriteAsync(report, writer, cancellationToken), cancellationToken);
        await folder.WriteAsync("dry-run.json", file => DryRunJson.WriteAsync(report, records, file, cancellationToken), cancellationToken);
        await folder.WriteTextAsync("dry-run.md", writer => MarkdownRenderer.WriteAsync(document, writer, cancellationToken), cancellationToken);
        LatestPlan.Write(definition.Folder, plan.Hash);
        return new PlanFiles(report, document, [.. folder.Written.OrderByDescending(path => path.EndsWith(".html", StringComparison.Ordinal))]);
    }

    /// <summary>The report knows how long the calls take at least; without a usable connection it says nothing of that.</summary>
    private static async Task<DryRunReport> BuildAsync(OpenMigration migration, StoredPlan plan, IReadOnlyList<IPlanListener> listeners, CancellationToken cancellationToken)
    {
        var target = migration.Pipeline.Connections.TryOpen(migration.Host.Definition.Target, gate: null, new List<Finding>());
        try
        {
            return await DryRunReport.BuildAsync(plan, calls => target?.RateBudget?.Forecast(RateGroup.Default, calls) ?? TimeSpan.Zero, new ReportLimits(), listeners, cancellationToken);
        }
        finally
        {
            if (target is not null)
            {
                await target.DisposeAsync();
            }
        }
    }
}
