using System.Diagnostics;
using System.Text.Json;
using Bridge.Hosting;

namespace Bridge.Bench.Scale;

/// <summary>
/// The measured process: what <c>bridge extract</c> and <c>bridge plan</c> do, by the same composition, in one process, so that
/// a stage that does not give back its memory shows.
/// </summary>
internal static class ScaleMeasurement
{
    /// <summary>Word that starts it.</summary>
    public const string Verb = "scale-measure";

    /// <summary>Argument: the migration folder.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await using var migration = await OpenMigration.OpenAsync(arguments[0], new HostSettings { Operator = "bench" }, cancellationToken);
        var start = Figures.MiB(PeakMemory.Bytes());
        var work = new StageWork(migration);
        var stages = new List<StageFigure>();
        foreach (var stage in StageWork.Names)
        {
            stages.Add(await work.MeasureAsync(stage, cancellationToken));
        }

        using var process = Process.GetCurrentProcess();
        Console.Out.WriteLine(JsonSerializer.Serialize(
            new MeasuredRun
            {
                Stages = stages,
                StartMiB = start,
                PeakMiB = Math.Max(start, stages.Max(stage => stage.PeakMiB)),
                ProcessorSeconds = Figures.Seconds(process.TotalProcessorTime),
                PlanSteps = work.Plan!.Totals.Steps,
                PlanHash = work.Plan.Hash,
            },
            ScaleJson.Default.MeasuredRun));
        return 0;
    }
}
