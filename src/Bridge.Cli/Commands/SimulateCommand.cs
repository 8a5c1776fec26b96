using System.CommandLine;
using Bridge.Cli.Simulators;
using Bridge.Simulation.Rakuten.Brands;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge simulate</c>: rails, packs and people to practise with.</summary>
internal static class SimulateCommand
{
    public static Command Create(CommandSet commands)
    {
        var command = commands.New(
            "simulate",
            "Practise without a real account: simulated rails on loopback, export packs, people at the portal.",
            "bridge simulate pack exports --seed 7",
            "bridge simulate brand downloads --seed 7",
            "bridge simulate impact --port 5001 --seed 7 --speed 60",
            "bridge simulate portal --dir acme");
        command.Subcommands.Add(Rail(commands, "impact", "Serve a simulated impact.com whose program knows a part of the pack of the same seed. Ctrl-C stops it.", SimulatedRails.ImpactAsync));
        command.Subcommands.Add(Rail(commands, "rakuten", "Serve the simulated token, offers and Reporting API of Rakuten Advertising for the pack of the same seed. Ctrl-C stops it.", SimulatedRails.RakutenAsync));
        command.Subcommands.Add(SimulatePackCommand.Create(commands));
        command.Subcommands.Add(SimulateBrandCommand.Create(commands));
        command.Subcommands.Add(SimulatePortalCommand.Create(commands));
        return command;
    }

    private static Command Rail(CommandSet commands, string name, string description, Func<SimulatorOptions, CancellationToken, Task<RunningSimulator>> start)
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1; 0 for any free one." };
        var seed = new Option<int>("--seed") { Description = "Seed of all data.", DefaultValueFactory = _ => 7 };
        var speed = new Option<decimal>("--speed") { Description = "How much faster than real the rail's clock runs.", DefaultValueFactory = _ => 1m };
        var publishers = new Option<int?>("--publishers") { Description = "Publishers of the pack, as in 'simulate pack' (default: 400), or partners of the brand, as in 'simulate brand' (default: 1100)." };
        var truth = new Option<string>("--data") { Description = "Folder for the rail's own log of every change; not kept when left out.", HelpName = "folder" };
        var command = commands.New(name, description, $"bridge simulate {name} --port 5001 --seed 7", $"bridge simulate {name} --port 5001 --speed 60 --data truth");
        command.Options.Add(port);
        command.Options.Add(seed);
        command.Options.Add(speed);
        command.Options.Add(publishers);
        command.Options.Add(truth);
        var programs = new Option<string>("--programs") { Description = "Programs of the brand of 'simulate brand', parted by commas; the account is empty then, but for the marketplace.", HelpName = "names" };
        var importFiles = new Option<string>("--import-files") { Description = "How the templates and result files of the import tools look: plain, reordered or german (default: plain).", HelpName = "style" };
        if (name == "impact")
        {
            command.Options.Add(programs);
            command.Options.Add(importFiles);
        }

        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var named = name == "impact" ? context.Value(programs) : null;
            var count = context.Value(publishers) ?? (named is null ? 400 : new RakutenBrandOptions().Partners);
            var options = new SimulatorOptions(context.Value(port), context.Value(seed), context.Value(speed), context.Value(truth) is { } folder ? context.PathOf(folder) : null, context.Environment.Clock) { Publishers = count, Programs = named, ImportFiles = SimulatorOptions.StyleOf(name == "impact" ? context.Value(importFiles) : null) };
            await using var rail = await start(options.Checked(), cancellationToken);
            rail.Write(context.Output);
            context.Output.Result(rail.Json());
            await RunningSimulator.UntilAsync(cancellationToken);
            return ExitCode.Done;
        });
    }
}
