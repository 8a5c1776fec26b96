using System.Globalization;
using System.Reflection;
using Bridge.Simulation.Rakuten;

namespace Bridge.Cli.Demo;

/// <summary>The migration folder of the demo: what a person would have after <c>bridge init</c> and an afternoon of collecting files.</summary>
internal static class DemoFolder
{
    public const string Token = "DEMO_IMPACT_TOKEN";

    public const string WriteToken = "DEMO_IMPACT_WRITE_TOKEN";

    /// <summary>Writes the folder.</summary>
    /// <param name="folder">Folder.</param>
    /// <param name="pack">Export pack.</param>
    /// <param name="impact">Address of the simulated rail.</param>
    /// <param name="sid">Account on it.</param>
    /// <param name="programId">Program on it.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static async Task WriteAsync(string folder, RakutenPack pack, Uri impact, string sid, string programId, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await pack.WriteToAsync(Path.Combine(folder, "exports"), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "rakuten-to-impact.yaml"), Profile(), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "overrides.csv"), "source,target,note\n", cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "bridge.yaml"),
            string.Create(CultureInfo.InvariantCulture, $"""
            # Written by 'bridge demo'. A real migration looks the same, with your own exports and your own account.
            client: acme
            migration: demo
            source: acme-rakuten
            target: acme-impact
            profile: rakuten-to-impact.yaml
            overrides: overrides.csv
            rateShare: 0.6

            connections:
              acme-rakuten:
                rail: rakuten
                exportFolder: exports
                advertiserId: "{pack.Options.Mid}"
                currency: {pack.Options.Currency}
                exportDate: {pack.Options.AsOf:yyyy-MM-dd}
              acme-impact:
                rail: impact
                baseUrl: {impact}
                accountSid: {sid}
                authToken: env:{Token}
                writeToken: env:{WriteToken}
                programId: "{programId}"

            execution:
              observeEvery: 20m
              reissueAfter: 8h
              firstWrite: open

            """),
            cancellationToken);
    }

    /// <summary>The shipped profile with the one answer that a brand has to give: what tier thresholds count.</summary>
    private static string Profile()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("mappings/rakuten-to-impact.yaml")
            ?? throw new InvalidOperationException("The shipped profile is not in this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("    period: month\n", "    basis: periodRevenue # answered by the brand\n    period: month\n", StringComparison.Ordinal);
    }
}
