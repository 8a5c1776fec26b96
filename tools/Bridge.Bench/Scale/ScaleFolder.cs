using System.Globalization;
using System.Reflection;

namespace Bridge.Bench.Scale;

/// <summary>The migration folder of a run, as a person would have it after <c>bridge init</c>.</summary>
internal static class ScaleFolder
{
    /// <summary>Variable that holds the token of the simulated rail.</summary>
    public const string Token = "BENCH_IMPACT_TOKEN";

    /// <summary>Writes settings, profile and key beside the pack.</summary>
    public static async Task WriteAsync(string folder, WorldReady world, CancellationToken cancellationToken)
    {
        await WriteKeyAsync(Path.Combine(folder, ".bridge", "keys"), cancellationToken);
        // The one question of the shipped profile that a brand has to answer: what tier thresholds count.
        var profile = (await ProfileAsync(cancellationToken)).Replace("    period: month\n", "    basis: periodRevenue\n    period: month\n", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "rakuten-to-impact.yaml"), profile, cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "bridge.yaml"),
            string.Create(CultureInfo.InvariantCulture, $"""
            client: acme
            migration: scale
            source: acme-rakuten
            target: acme-impact
            profile: rakuten-to-impact.yaml
            rateShare: 1

            connections:
              acme-rakuten:
                rail: rakuten
                exportFolder: exports
                advertiserId: "38207"
                currency: USD
                exportDate: 2026-06-30
              acme-impact:
                rail: impact
                baseUrl: {world.BaseUrl}
                accountSid: {world.AccountSid}
                authToken: env:{Token}
                programId: "{world.ProgramId}"
                requestsPerHour: {ScaleWorld.RequestsPerHour}

            simulation:
              clock: {world.Clock}

            """),
            cancellationToken);
    }

    private static async Task<string> ProfileAsync(CancellationToken cancellationToken)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("rakuten-to-impact.yaml")
            ?? throw new BenchException("The shipped profile is not in this build.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>
    /// A key that everybody knows: the data are invented, and with the same key the hashes of personal values, and so the plan
    /// and its hash, are the same on every run.
    /// </summary>
    private static async Task WriteKeyAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "program.key");
        await File.WriteAllTextAsync(file, Convert.ToBase64String(new byte[32]), cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }
}
