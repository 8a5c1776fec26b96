using System.Diagnostics;
using System.Globalization;
using Bridge.Hosting;

namespace Bridge.Bench.Scale;

/// <summary><c>bench stage</c>: one stage by itself, on a folder that <c>bench scale --keep</c> left.</summary>
internal static class StageCommand
{
    /// <summary>Word that starts the measured process.</summary>
    public const string Verb = "stage-measure";

    /// <summary>Arguments: folder, stage.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var folder, var stage] || !File.Exists(Path.Combine(folder, "bridge.yaml")))
        {
            throw new BenchException("Name a folder that 'bench scale --keep' left, and a stage: extractSource, plan or report.");
        }

        var token = new Dictionary<string, string> { [ScaleFolder.Token] = "none" };
        await using var measured = ChildProcess.Start(asProduct: true, token, Verb, Path.GetFullPath(folder), stage);
        Console.WriteLine(await measured.ReadLineAsync(cancellationToken));
        return 0;
    }

    /// <summary>The measured process.</summary>
    public static async Task<int> MeasureAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        await using var migration = await OpenMigration.OpenAsync(arguments[0], new HostSettings { Operator = "bench" }, cancellationToken);
        var allocated = GC.GetTotalAllocatedBytes();
        var figure = await new StageWork(migration).MeasureAsync(arguments[1], cancellationToken);
        using var process = Process.GetCurrentProcess();
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{figure.Name}: {figure.Seconds:N2} s, {Figures.Seconds(process.TotalProcessorTime):N2} s of processor time, {figure.Records:N0} records, {figure.RecordsPerSecond:N0} records/s, peak {figure.PeakMiB:N1} MiB, allocated {Figures.MiB(GC.GetTotalAllocatedBytes() - allocated):N0} MiB, collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}"));
        return 0;
    }
}
