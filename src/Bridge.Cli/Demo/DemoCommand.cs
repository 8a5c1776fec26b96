using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Cli.Commands;
using Bridge.Cli.Simulators;
using Spectre.Console;

namespace Bridge.Cli.Demo;

/// <summary><c>bridge demo</c>: the whole route on simulated rails, proved by the rail's own log.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandSet commands)
    {
        var seed = new Option<int>("--seed") { Description = "Seed of all data and of the simulated people.", DefaultValueFactory = _ => 7 };
        var speed = new Option<decimal>("--speed") { Description = "How much faster than real the simulated clock runs.", DefaultValueFactory = _ => 3600m };
        var folder = new Option<string>("--folder") { Description = "Folder to work in, new or empty (default: one below the temporary folder).", HelpName = "folder" };
        var command = commands.New("demo", "Watch a real-format migration go through all its stages on simulated rails. Needs no network.", "bridge demo", "bridge demo --seed 12 --json");
        command.Options.Add(seed);
        command.Options.Add(speed);
        command.Options.Add(folder);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var named = context.Value(folder) is { } name ? context.PathOf(name) : null;
            if (named is not null && Directory.Exists(named) && Directory.EnumerateFileSystemEntries(named).Any())
            {
                throw new CliException("The folder is not empty, and nothing is overwritten.", "Name another folder.") { Place = named };
            }

            var rail = new SimulatorOptions(0, context.Value(seed), context.Value(speed), null, context.Environment.Clock).Checked();
            var options = new DemoOptions { Folder = named ?? Directory.CreateTempSubdirectory("bridge-demo-").FullName, Seed = rail.Seed, Speed = rail.Speed };
            var result = await new DemoRun(options, context.Host, line => context.Output.ErrorLine(line, Style.Plain)).RunAsync(cancellationToken);
            Tell(context, result);
            context.Output.Result((JsonObject)JsonSerializer.SerializeToNode(result, DemoJson.Default.DemoResult)!);
            return result.Problems.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
    }

    private static void Tell(CommandContext context, DemoResult result)
    {
        context.Output.Table(
            ["entity", "extracted", "created", "updated", "unchanged", "adopted", "skipped", "blocked", "manual", "balanced"],
            [.. result.Entities.Select(pair => new[]
            {
                pair.Key, $"{pair.Value.Extracted}", $"{pair.Value.Created}", $"{pair.Value.Updated}", $"{pair.Value.Unchanged}", $"{pair.Value.Adopted}",
                $"{pair.Value.Skipped}", $"{pair.Value.Blocked}", $"{pair.Value.Manual}", pair.Value.Balanced ? "yes" : "NO",
            })]);
        var rollback = result.Rollback;
        context.Output.Line($"Verified: {result.Verify.Differences} differences, {result.Verify.Proved} records proved, {result.Verify.ByReceipt} links by receipt.");
        context.Output.Line($"Rolled back: {rollback.Applied} = {rollback.Restored} restored + {rollback.Compensated} compensated + {rollback.KeptByGuard} kept by guard + {rollback.Irreversible} irreversible + {rollback.Failed} failed.");
        context.Output.Line($"The rail's own log: {result.Truth.Duplicates} duplicates, {result.Truth.Missing} missing, {result.Truth.UnplannedMutations} changes that no plan named.");
        foreach (var problem in result.Problems)
        {
            context.Output.Line("PROBLEM " + problem, new Style(Color.Red));
        }

        context.Output.Line(string.Create(CultureInfo.InvariantCulture, $"{result.Seconds:0.0} seconds; the simulated clock ran {result.ClockFactor:0} times faster. Report: {result.Report}"));
    }
}
