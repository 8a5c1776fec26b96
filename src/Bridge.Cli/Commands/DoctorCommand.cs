using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Reading;
using Spectre.Console;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge doctor</c>: looks whether both connections can do their work.</summary>
internal static class DoctorCommand
{
    private static readonly Style Red = new(Color.Red);
    private static readonly Style Yellow = new(Color.Yellow);
    private static readonly Style Green = new(Color.Green);

    public static Command Create(CommandSet commands) => commands.Handle(
        commands.New("doctor", "Check settings, files, credentials, permissions, rate budget and the state of the target program. Changes nothing.", "bridge doctor", "bridge doctor --json"),
        async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var sides = await new Doctor(migration.Pipeline).LookAsync(cancellationToken);
            foreach (var side in sides)
            {
                context.Output.Heading($"{side.Connection} ({side.Role}, {side.Rail}) {side.Description}");
                foreach (var check in side.Checks)
                {
                    var (mark, style) = MarkOf(check);
                    context.Output.Line($"  {mark,-7} {check.Name}: {check.Detail}", style);
                    if (check.Problem is { } problem)
                    {
                        context.Output.Line($"          {problem}");
                    }
                }

                WriteScopes(context.Output, side);
            }

            var held = Directory.Exists(migration.Outbox) ? Directory.EnumerateFiles(migration.Outbox, "*.csv").Count() : 0;
            context.Output.Heading("personal values");
            context.Output.Line($"  ok      key: {migration.KeyOrigin}, fingerprint {migration.KeyFingerprint}; the vault and raw pages are encrypted under it", Green);
            context.Output.Line(held == 0
                ? "  ok      outbox: no file for upload lies there"
                : $"  note    outbox: {held} files for upload hold personal values in clear, for their owner alone; delete your copies when they are uploaded", Green);
            var healthy = sides.All(side => side.Healthy);
            context.Output.Line(healthy ? "Everything is ready. Next: 'bridge extract'." : "Put right what is marked PROBLEM, then run 'bridge doctor' again.");
            context.Output.Result(new JsonObject { ["healthy"] = healthy, ["key"] = new JsonObject { ["from"] = migration.KeyOrigin, ["fingerprint"] = migration.KeyFingerprint }, ["packs"] = held, ["connections"] = Json.Array(sides, side => side.ToJson()) });
            return healthy ? ExitCode.Done : ExitCode.Failed;
        });

    /// <summary>What each credential needs, what it was refused, and what it has for nothing.</summary>
    private static void WriteScopes(CliOutput output, DoctorSide side)
    {
        foreach (var credential in side.Scopes.GroupBy(scope => scope.Credential, StringComparer.Ordinal))
        {
            output.Line($"  scopes of {credential.Key}, needed for {side.ScopesFor}:");
            foreach (var scope in credential.Where(scope => scope.Needed || scope.Superfluous || scope.Grant == ScopeGrant.NotShown))
            {
                var (mark, style) = scope switch
                {
                    { Missing: true } => ("MISSING", Red),
                    { Superfluous: true } => ("not needed", Yellow),
                    { Grant: ScopeGrant.Granted } => ("granted", Green),
                    { Needed: true } => ("not shown", Style.Plain),
                    _ => ("not needed, not shown", Style.Plain),
                };
                output.Line($"    {mark,-10} {scope.Scope}: {scope.Detail}", style);
            }

            foreach (var refused in credential.Where(scope => !scope.Needed && scope.Grant == ScopeGrant.Refused))
            {
                output.Line($"    {"closed",-10} {refused.Scope}: not needed, not granted", Green);
            }
        }
    }

    // Only what keeps Bridge from working is a problem; the rest is for a person to know.
    private static (string Mark, Style Style) MarkOf(ConnectionCheck check) => check.Problem?.Severity switch
    {
        null => ("ok", Green),
        Severity.Blocking => ("PROBLEM", Red),
        Severity.Note => ("note", Green),
        _ => ("warning", Yellow),
    };
}
