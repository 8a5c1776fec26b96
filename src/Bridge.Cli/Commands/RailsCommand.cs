using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Rails;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge rails</c>: what each rail can do.</summary>
internal static class RailsCommand
{
    public static Command Create(CommandSet commands)
    {
        var rail = new Argument<string>("rail") { Description = "Rail to explain in full; all in short when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = commands.New("rails", "Show what each rail can read, write, undo and express.", "bridge rails", "bridge rails impact", "bridge rails rakuten --json");
        command.Arguments.Add(rail);
        return commands.Handle(command, (context, _) =>
        {
            var catalog = RailCatalog.BuiltIn();
            if (context.ValueOrNull(rail) is { } id)
            {
                var descriptor = catalog.Find(id)?.Descriptor ?? throw RailText.Unknown(id, catalog);
                RailText.Write(context.Output, descriptor);
                context.Output.Result(RailText.Json(descriptor));
            }
            else
            {
                context.Output.Table(
                    ["rail", "name", "read", "write"],
                    [.. catalog.Modules.Select(module => RailText.Row(module.Descriptor))]);
                context.Output.Line("'bridge rails <rail>' tells one in full.");
                context.Output.Result(new JsonObject { ["rails"] = Json.Array(catalog.Modules, module => RailText.Json(module.Descriptor)) });
            }

            return Task.FromResult(ExitCode.Done);
        });
    }
}
