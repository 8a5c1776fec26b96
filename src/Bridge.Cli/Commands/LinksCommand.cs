using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Reports;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge links</c>: the old-to-new table of links.</summary>
internal static class LinksCommand
{
    public static Command Create(CommandSet commands)
    {
        var (plan, partner) = (Plan(), Partner());
        var command = commands.New("links", "Tell how the old links are known, which orders they cover and what stands in their place.", "bridge links", "bridge links --partner 2000001", "bridge links export links.xlsx");
        command.Options.Add(plan);
        command.Options.Add(partner);
        command.Subcommands.Add(Export(commands));
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var table = await LinkTables.OpenAsync(migration, context.Value(plan) ?? "latest", cancellationToken);
            var view = await LinkTableView.ReadAsync(table, context.Value(partner), cancellationToken);
            view.Write(context.Output);
            context.Output.Result(view.Json());
            return ExitCode.Done;
        });
    }

    private static Command Export(CommandSet commands)
    {
        var (plan, partner) = (Plan(), Partner());
        var file = new Argument<string>("file") { Description = "File to write, .csv or .xlsx." };
        var command = commands.New("export", "Write the old-to-new table as CSV or XLSX, to be sent to partners.", "bridge links export links.csv", "bridge links export fjord.xlsx --partner 2000001");
        command.Arguments.Add(file);
        command.Options.Add(plan);
        command.Options.Add(partner);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var table = await LinkTables.OpenAsync(migration, context.Value(plan) ?? "latest", cancellationToken);
            var written = await LinkTables.WriteAsync(table, context.Value(partner), context.PathOf(context.Value(file)), cancellationToken);
            context.Output.Line($"{table.Totals.Links} links: {string.Join(", ", written)}");
            context.Output.Result(new JsonObject { ["files"] = new JsonArray([.. written.Select(path => (JsonNode)path)]), ["links"] = table.Totals.Links });
            return ExitCode.Done;
        });
    }

    private static Option<string> Plan() => new("--plan") { Description = "Plan that moves the links (default: the latest).", HelpName = "plan" };

    private static Option<string> Partner() => new("--partner") { Description = "Only the links of this partner, by its id on the source.", HelpName = "id" };
}
