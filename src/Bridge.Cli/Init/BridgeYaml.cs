using System.Globalization;
using System.Text;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Settings;

namespace Bridge.Cli.Init;

/// <summary>The first <c>bridge.yaml</c> of a migration: what a connection needs is there to be filled in, the rest stands as comments.</summary>
/// <param name="source">Source rail.</param>
/// <param name="target">Target rail.</param>
/// <param name="profile">File of the mapping profile.</param>
/// <param name="client">Client.</param>
internal sealed class BridgeYaml(RailDescriptor source, RailDescriptor target, string profile, string client)
{
    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # A migration from {source.DisplayName} to {target.DisplayName}. 'bridge doctor' checks this file and says what is wrong, with line and column.
            # Secrets never stand here: write env:NAME for an environment variable or file:path for a file.

            client: {client}
            migration: {source.Id}-to-{target.Id}
            source: {source.Id}
            target: {target.Id}
            profile: {profile}
            overrides: overrides.csv   # your own answers to who is who; only the head is needed

            # optOut: optout.csv       # who wants no mail: a column 'who' with partner ids or e-mail addresses

            rateShare: 0.6             # share of each rate limit of a rail that Bridge may use


            """);
        text.Append("connections:\n");
        Connection(text, source);
        text.Append('\n');
        Connection(text, target);
        text.Append("""

            # How runs behave; all of it may be left out.
            # execution:
            #   concurrency: 4           # calls in flight at once
            #   maxAttempts: 3           # attempts of one call
            #   failureCount: 20         # failed steps at which a run stops ...
            #   failureShare: 0.02       # ... or this share of its steps, whichever is more
            #   observeEvery: 30m        # how often the target is looked at while people or partners are next
            #   reissueAfter: 3d         # when a file row or task that is not seen done is handed out again
            #   maxHandoffs: 3           # how often, before it becomes a question

            # When the worker acts by itself (cron expressions of Quartz).
            # schedule:
            #   extract: "0 0 2 * * ?"
            #   observe: "0 0/30 * * * ?"
            #   timeZone: UTC

            # The key that encrypts personal values and raw pages: 32 bytes in base64. A file of its own is made when left out.
            # keys:
            #   program: env:BRIDGE_PROGRAM_KEY

            # Where artifacts rest; the folder itself when left out.
            # artifacts:
            #   store: azureBlob
            #   connection: env:BRIDGE_BLOBS
            #   container: bridge

            # Clock of a simulated rail; 'bridge simulate' prints the line.
            # simulation:
            #   clock: 2026-06-30T09:00:00Z@1782810000000*60

            """);
        return text.ToString();
    }

    private static void Connection(StringBuilder text, RailDescriptor rail)
    {
        text.Append(CultureInfo.InvariantCulture, $"  {rail.Id}:\n    rail: {rail.Id}\n");
        foreach (var setting in rail.Settings.OrderByDescending(setting => setting.Required))
        {
            text.Append(CultureInfo.InvariantCulture, $"    # {setting.Description}\n    {(setting.Required ? "" : "# ")}{setting.Key}: {Scalar(setting)}\n");
        }
    }

    /// <summary>An example as YAML: what YAML would read as something else is quoted.</summary>
    private static string Scalar(SettingDescriptor setting) =>
        setting.Example.StartsWith('[') || (setting.Example.All(IsPlain) && !setting.Example.EndsWith(':'))
            ? setting.Example
            : $"'{setting.Example.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '/' or ':';
}
