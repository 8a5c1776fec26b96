using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Cli.Templates;
using Bridge.Rails;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge template</c>: empty tables for what people have to write down themselves.</summary>
internal static class TemplateCommand
{
    public static Command Create(CommandSet commands)
    {
        var rail = new Argument<string>("rail") { Description = "Rail that reads the tables, for example house or rakuten." };
        var csv = new Option<bool>("--csv") { Description = "Write CSV and one text that explains the columns (default: XLSX with a sheet that does)." };
        var xlsx = new Option<bool>("--xlsx") { Description = "Write XLSX, which is the default." };
        var folder = new Option<string>("--folder") { Description = "Folder to write to (default: the current one, or --dir).", HelpName = "folder" };
        var command = commands.New(
            "template", "Write empty tables with header, one example row and an explanation of every column.", "bridge template house --folder inbox", "bridge template rakuten --csv");
        command.Arguments.Add(rail);
        command.Options.Add(csv);
        command.Options.Add(xlsx);
        command.Options.Add(folder);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var catalog = RailCatalog.BuiltIn();
            var descriptor = catalog.Find(context.Value(rail))?.Descriptor ?? throw RailText.Unknown(context.Value(rail), catalog);
            if (descriptor.Templates.Count == 0)
            {
                var known = catalog.Modules.Where(module => module.Descriptor.Templates.Count > 0).Select(module => module.Descriptor.Id);
                throw new CliException($"{descriptor.DisplayName} has no tables to fill in.", $"Rails with tables: {string.Join(", ", known)}.") { Value = descriptor.Id };
            }

            if (context.Value(csv) && context.Value(xlsx))
            {
                throw new CliException("'--csv' and '--xlsx' exclude each other.", "Give one of them, or none for XLSX.");
            }

            var place = context.Value(folder) is { } named ? context.PathOf(named) : context.Folder;
            var files = await new TableTemplates(descriptor, context.Value(csv)).WriteAsync(place, cancellationToken);
            context.Output.Line($"Made {files.Count} files in {place}:");
            foreach (var file in files)
            {
                context.Output.Line("  " + file);
            }

            context.Output.Line("The row that begins with EXAMPLE: is skipped when the file is read.");
            context.Output.Result(new JsonObject { ["folder"] = place, ["files"] = Json.Texts(files) });
            return ExitCode.Done;
        });
    }
}
