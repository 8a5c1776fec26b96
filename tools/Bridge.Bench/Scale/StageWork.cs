using System.Diagnostics;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Extraction;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Hosting;
using Bridge.Hosting.Reports;

namespace Bridge.Bench.Scale;

/// <summary>The stages of a dry run on one migration.</summary>
/// <param name="migration">The migration.</param>
internal sealed class StageWork(OpenMigration migration)
{
    private readonly Dictionary<SnapshotSide, long> records = [];

    /// <summary>Stages in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["extractSource", "extractTarget", "plan", "report"];

    /// <summary>The plan; null before it is made.</summary>
    public StoredPlan? Plan { get; private set; }

    /// <summary>Does one stage and measures it.</summary>
    /// <exception cref="BenchException">There is no such stage.</exception>
    public async Task<StageFigure> MeasureAsync(string stage, CancellationToken cancellationToken)
    {
        PeakMemory.Restart();
        var began = Stopwatch.GetTimestamp();
        var worked = stage switch
        {
            "extractSource" => await ExtractAsync(SnapshotSide.Source, cancellationToken),
            "extractTarget" => await ExtractAsync(SnapshotSide.Target, cancellationToken),
            "plan" => await PlanAsync(cancellationToken),
            "report" => await ReportAsync(cancellationToken),
            _ => throw new BenchException($"There is no stage '{stage}'. Stages: {string.Join(", ", Names)}."),
        };
        return new StageFigure(stage, Figures.Seconds(Stopwatch.GetElapsedTime(began)), worked, Figures.MiB(PeakMemory.Bytes()));
    }

    private async Task<long> ExtractAsync(SnapshotSide side, CancellationToken cancellationToken)
    {
        var result = await migration.Pipeline.ExtractAsync(new ExtractionRequest { Side = side, StartAnew = true }, null, cancellationToken);
        var manifest = result.Manifest ?? throw new ExtractionFailedException(result.Failure!);
        return records[side] = manifest.Entities.Sum(entity => entity.Records);
    }

    private async Task<long> PlanAsync(CancellationToken cancellationToken)
    {
        Plan = await migration.Pipeline.PlanAsync(cancellationToken);
        return records.Count > 0 ? records.Values.Sum() : Plan.Totals.Entities.Sum(totals => totals.Extracted);
    }

    /// <summary>Writes all report files; of a folder that was kept, those of its newest plan.</summary>
    private async Task<long> ReportAsync(CancellationToken cancellationToken)
    {
        var hash = LatestPlan.Read(migration.Host.Definition.Folder);
        Plan ??= await migration.Pipeline.OpenPlanAsync(hash ?? throw new BenchException("The folder has no plan; measure 'plan' first."), cancellationToken);
        await PlanFiles.WriteAsync(migration, Plan, cancellationToken);
        var totals = Plan.Totals;
        return totals.Steps + totals.Entities.Sum(entity => entity.Unchanged + entity.Skipped + entity.Blocked + entity.Manual) + totals.Findings.Sum(count => count.Count);
    }
}
