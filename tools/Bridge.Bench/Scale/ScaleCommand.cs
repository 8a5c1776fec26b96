using System.Runtime.InteropServices;
using System.Text.Json;

namespace Bridge.Bench.Scale;

/// <summary><c>bench scale</c>: the same dry run at several sizes, and how its memory grows.</summary>
internal static class ScaleCommand
{
    /// <summary>What the growth between smallest and largest size must stay below, in MiB.</summary>
    private const decimal Limit = 64;

    /// <summary>Requests an hour of a usual account.</summary>
    private const int UsualLimit = 1000;

    /// <summary>Runs all sizes.</summary>
    /// <returns>0 when the growth is below the limit, else 1.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var options = ScaleOptions.Parse(arguments);
        if (options.Help)
        {
            return Usage.Help();
        }

        var sizes = new List<SizeResult>();
        foreach (var partners in options.Partners)
        {
            var size = await RunSizeAsync(partners, options, cancellationToken);
            sizes.Add(size);
            if (!options.Json)
            {
                ScaleTable.Write(size);
            }
        }

        var growth = sizes.Count > 1 ? sizes[^1].Run.PeakMiB - sizes[0].Run.PeakMiB : (decimal?)null;
        var result = new ScaleResult
        {
            Cores = Environment.ProcessorCount,
            MemoryMiB = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
            System = $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
            Seed = options.Seed,
            RequestsPerHour = ScaleWorld.RequestsPerHour,
            Sizes = sizes,
            GrowthMiB = growth,
            LimitMiB = Limit,
            Holds = growth is null or < Limit && sizes.TrueForAll(size => size.Changes == 0),
        };
        if (options.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(result, ScaleJson.Default.ScaleResult));
        }
        else
        {
            ScaleTable.Write(result);
        }

        return result.Holds ? 0 : 1;
    }

    private static async Task<SizeResult> RunSizeAsync(int partners, ScaleOptions options, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Folder);
        var folder = Path.Combine(options.Folder, $"bridge-bench-{Environment.ProcessId}-{partners}");
        Directory.CreateDirectory(folder);
        try
        {
            var nothing = new Dictionary<string, string>();
            await using var world = ChildProcess.Start(asProduct: false, nothing, ScaleWorld.Verb, Path.Combine(folder, "exports"), $"{partners}", $"{options.Seed}");
            var ready = Read(await world.ReadLineAsync(cancellationToken), ScaleJson.Default.WorldReady);
            await ScaleFolder.WriteAsync(folder, ready, cancellationToken);
            var token = new Dictionary<string, string> { [ScaleFolder.Token] = ready.Token };
            await using var measured = ChildProcess.Start(asProduct: true, token, ScaleMeasurement.Verb, folder);
            var run = Read(await measured.ReadLineAsync(cancellationToken), ScaleJson.Default.MeasuredRun);
            world.Release();
            var closed = Read(await world.ReadLineAsync(cancellationToken), ScaleJson.Default.WorldClosed);
            return new SizeResult
            {
                Pack = ready.Pack,
                Held = ready.Held,
                Run = run,
                Calls = closed.Calls,
                Changes = closed.Changes,
                SecondsAtUsualLimit = Math.Max(0, closed.Calls - UsualLimit) * 3600L / UsualLimit,
                Folder = options.Keep ? folder : null,
            };
        }
        finally
        {
            if (!options.Keep)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static T Read<T>(string line, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(line, type) ?? throw new JsonException("It is null.");
        }
        catch (JsonException error)
        {
            throw new BenchException($"A process of the run said something else than its figures: {line} ({error.Message})");
        }
    }
}
