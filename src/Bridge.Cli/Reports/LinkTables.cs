using Bridge.Cli.Commands;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Links;
using Bridge.Engine.Planning;
using Bridge.Engine.Snapshots;
using Bridge.Hosting;
using Bridge.Hosting.Reports;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Reports;

/// <summary>Opens the old-to-new table of a plan, with what its newest run made of it, and writes it as a file.</summary>
internal static class LinkTables
{
    /// <summary>Opens the table. A rollback moves no links: the plan that it takes back does.</summary>
    public static async Task<LinkTable> OpenAsync(OpenMigration migration, string planName, CancellationToken cancellationToken)
    {
        var plan = await Names.FindPlanAsync(migration, planName, cancellationToken);
        if (plan.Header.Kind == PlanKind.Rollback)
        {
            var undone = await migration.Pipeline.FindRunAsync(plan.Header.RollsBack!, cancellationToken);
            plan = await migration.Pipeline.OpenPlanAsync(undone.PlanHash, cancellationToken);
        }

        var source = await FindAsync(migration, SnapshotSide.Source, plan.Header.SourceSnapshot, cancellationToken);
        var target = await FindAsync(migration, SnapshotSide.Target, plan.Header.TargetSnapshot, cancellationToken);
        var runs = migration.Host.Runs;
        var run = await runs.ReadRunsAsync(cancellationToken).FirstOrDefaultAsync(row => row.PlanHash == plan.Hash, cancellationToken);
        return new LinkTable(new LinkTableSource
        {
            Plan = plan,
            Snapshot = source,
            Target = target.Manifest.Program,
            TargetListsLinks = !target.Manifest.NotListable.Contains(EntityKind.TrackingLink),
            FindStep = (step, token) => run is null ? Task.FromResult<StepRow?>(null) : runs.FindStepAsync(run.RunId, step, token),
            ReadIdMap = runs.ReadIdMapAsync,
        });
    }

    /// <summary>Writes the table; the form is told by the file's name.</summary>
    /// <returns>The files written.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(LinkTable table, string? partner, string path, CancellationToken cancellationToken)
    {
        var folder = new ReportFolder(Path.GetDirectoryName(path)!);
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".csv":
                await folder.WriteAsync(Path.GetFileName(path), file => LinkTableFile.WriteCsvAsync(table.ReadAsync(partner, cancellationToken), file, cancellationToken), cancellationToken);
                await folder.WriteAsync($"{Path.GetFileNameWithoutExtension(path)}.totals.csv", file => LinkTableFile.WriteTotalsAsync(table.Totals, file, cancellationToken), cancellationToken);
                break;
            case ".xlsx":
                var links = await table.ReadAsync(partner, cancellationToken).CountAsync(cancellationToken);
                if (links >= SpreadsheetWriter.MostRows)
                {
                    throw new CliException($"A sheet holds {SpreadsheetWriter.MostRows - 1} links; there are {links}.", "Write a .csv file, or one partner's links with --partner.") { Value = path };
                }

                await folder.WriteAsync(Path.GetFileName(path), file => LinkTableFile.WriteWorkbookAsync(table, partner, file, cancellationToken), cancellationToken);
                break;
            default:
                throw new CliException("The table is written as CSV or XLSX.", "Give a file name that ends in .csv or .xlsx.") { Value = path };
        }

        return folder.Written;
    }

    private static async Task<Snapshot> FindAsync(OpenMigration migration, SnapshotSide side, string? hash, CancellationToken cancellationToken)
    {
        Snapshot? found = null;
        await foreach (var id in migration.Pipeline.Snapshots.ListAsync(side, cancellationToken))
        {
            if (await migration.Pipeline.Snapshots.OpenAsync(side, id, cancellationToken) is { } snapshot && snapshot.Manifest.Hash == hash)
            {
                found = snapshot;
            }
        }

        return found ?? throw new CliException($"The snapshot of the {side.ToString().ToLowerInvariant()} that this plan was made from is not there any more.", "Make a new plan with 'bridge plan', or name another one with --plan.") { Value = hash };
    }
}
