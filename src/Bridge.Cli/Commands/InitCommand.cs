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
        var command = commands.New(
            "init", "Make a migration folder: bridge.yaml, mapping profile, overrides, README.", "bridge init rakuten impact acme", "bridge init rakuten impact acme --client acme-shop");
        command.Arguments.Add(source);
        command.Arguments.Add(target);
        command.Arguments.Add(folder);
        command.Options.Add(client);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var place = context.ValueOrNull(folder) is { } named ? context.PathOf(named) : context.Folder;
            var files = await new NewMigration(context.Value(source), context.Value(target), place, context.Value(client)).WriteAsync(cancellationToken);
            context.Output.Line($"Made {place}:");
            foreach (var file in files)
            {
                context.Output.Line("  " + file);
            }

            context.Output.Line("Next: fill in bridge.yaml, put the exports into inbox/ (see its CHECKLIST.md) and run 'bridge inbox', then 'bridge doctor'. README.md in the folder tells the way.");
            context.Output.Result(new JsonObject { ["folder"] = place, ["files"] = Json.Texts(files) });
            return ExitCode.Done;
        });
    }
}
