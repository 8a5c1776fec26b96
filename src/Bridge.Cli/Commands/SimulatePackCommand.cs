using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Simulators;
using Bridge.Simulation.Rakuten;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge simulate pack</c>: an export folder as a brand on Rakuten has it.</summary>
internal static class SimulatePackCommand
{
    public static Command Create(CommandSet commands)
    {
        var folder = new Argument<string>("folder") { Description = "Folder to write; new or empty." };
        var seed = new Option<int>("--seed") { Description = "Seed of all data.", DefaultValueFactory = _ => 7 };
        var publishers = new Option<int>("--publishers") { Description = "Publishers; the other counts follow.", DefaultValueFactory = _ => 400 };
        var clean = new Option<bool>("--clean") { Description = "Leave out the dirt of real exports." };
        var truth = new Option<string>("--truth") { Description = "Also write what is really in the pack, outside of the folder.", HelpName = "file" };
        var command = commands.New("pack", "Write a Rakuten export pack in the published formats, with the dirt of real ones.", "bridge simulate pack exports --seed 7", "bridge simulate pack exports --publishers 50 --clean");
        command.Arguments.Add(folder);
        command.Options.Add(seed);
        command.Options.Add(publishers);
        command.Options.Add(clean);
        command.Options.Add(truth);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var place = context.PathOf(context.Value(folder));
            if (Directory.Exists(place) && Directory.EnumerateFileSystemEntries(place).Any())
            {
                throw new CliException("The folder is not empty, and nothing is overwritten.", "Name another folder.") { Place = place };
            }

            var count = SimulatorOptions.CheckPublishers(context.Value(publishers));
            var pack = RakutenPack.Create(RakutenPackOptions.Of(count) with { Seed = context.Value(seed), Dirt = !context.Value(clean) });
            await pack.WriteToAsync(place, cancellationToken);
            if (context.Value(truth) is { } file)
            {
                await pack.WriteTruthAsync(context.PathOf(file), cancellationToken);
            }

            context.Output.Line($"{pack.Files.Count} files in {place}: {pack.Publishers.Count} publishers, {pack.Assignments.Count} contracts, {pack.Links.Count} links, {pack.Codes.Count} codes.");
            context.Output.Line($"For bridge.yaml: exportFolder: {place}, advertiserId: \"{pack.Options.Mid}\", currency: {pack.Options.Currency}, exportDate: {pack.Options.AsOf:yyyy-MM-dd}");
            context.Output.Result(new JsonObject
            {
                ["folder"] = place,
                ["files"] = pack.Files.Count,
                ["advertiserId"] = pack.Options.Mid,
                ["currency"] = pack.Options.Currency,
                ["exportDate"] = pack.Options.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["publishers"] = pack.Publishers.Count,
                ["contracts"] = pack.Assignments.Count,
                ["links"] = pack.Links.Count,
                ["codes"] = pack.Codes.Count,
            });
            return ExitCode.Done;
        });
    }
}
