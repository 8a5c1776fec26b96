using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Init;
using Bridge.Cli.Output;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge init</c>: a new migration folder.</summary>
internal static class InitCommand
{
    public static Command Create(CommandSet commands)
    {
        var source = new Argument<string>("source") { Description = "Rail that the program leaves, for example rakuten." };
        var target = new Argument<string>("target") { Description = "Rail that it moves to, for example impact." };
        var folder = new Argument<string>("folder") { Description = "Folder to make (default: the current one, or --dir).", Arity = ArgumentArity.ZeroOrOne };
        var client = new Option<string>("--client") { Description = "Name of the client in keys and paths: a-z, 0-9, '.', '-', '_' (default: the folder's name)." };
        var programs = new Option<string>("--programs") { Description = "Programs of one brand, parted by commas: makes brand.yaml and a migration folder for each.", HelpName = "names" };
        var command = commands.New(
            "init", "Make a migration folder: bridge.yaml, mapping profile, overrides, README.", "bridge init rakuten impact acme", "bridge init rakuten impact acme --client acme-shop", "bridge init rakuten impact acme --programs us,de");
        command.Arguments.Add(source);
        command.Arguments.Add(target);
        command.Arguments.Add(folder);
        command.Options.Add(client);
        command.Options.Add(programs);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var place = context.ValueOrNull(folder) is { } named ? context.PathOf(named) : context.Folder;
            var files = context.Value(programs) is { } several
                ? await new NewBrand(context.Value(source), context.Value(target), place, context.Value(client), NewBrand.Names(several)).WriteAsync(cancellationToken)
                : await new NewMigration(context.Value(source), context.Value(target), place, context.Value(client)).WriteAsync(cancellationToken);
            context.Output.Line($"Made {place}:");
            foreach (var file in files)
            {
                context.Output.Line("  " + file);
            }

            context.Output.Line(context.Value(programs) is null
                ? "Next: fill in bridge.yaml, put the exports into inbox/ (see its CHECKLIST.md) and run 'bridge inbox', then 'bridge doctor'. README.md in the folder tells the way."
                : "Next: fill in brand.yaml and the bridge.yaml of each program, put the exports into each inbox/ and run 'bridge inbox' there, then 'bridge brand doctor'. README.md in each folder tells the way.");
            context.Output.Result(new JsonObject { ["folder"] = place, ["files"] = Json.Texts(files) });
            return ExitCode.Done;
        });
    }
}
