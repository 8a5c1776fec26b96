using System.CommandLine;
using System.Text.Json.Nodes;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge export</c>: tables for other systems.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandSet commands)
    {
        var command = commands.New("export", "Write tables for other systems.", "bridge export crosswalk");
        command.Subcommands.Add(Crosswalk(commands));
        return command;
    }

    private static Command Crosswalk(CommandSet commands)
    {
        var file = new Option<string>("--output", "-o") { Description = "File (default: reports/crosswalk.csv in the migration).", HelpName = "file" };
        var command = commands.New("crosswalk", "Write which object on the target stands for which source record, as CSV.", "bridge export crosswalk", "bridge export crosswalk -o ids.csv");
        command.Options.Add(file);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var path = context.Value(file) is { } named ? context.PathOf(named) : Path.Combine(context.Folder, "reports", "crosswalk.csv");
            var rows = await Reports.Crosswalk.WriteAsync(migration.Host.Runs, path, cancellationToken);
            context.Output.Line($"{rows} rows: {path}");
            context.Output.Result(new JsonObject { ["file"] = path, ["rows"] = rows });
            return ExitCode.Done;
        });
    }
}
