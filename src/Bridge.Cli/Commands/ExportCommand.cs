using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Engine.Artifacts;
using Bridge.Rails;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge export</c>: tables for other systems.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandSet commands)
    {
        var command = commands.New("export", "Write tables for other systems.", "bridge export crosswalk");
        command.Subcommands.Add(Crosswalk(commands));
        foreach (var module in RailCatalog.BuiltIn().Modules.Where(module => module is IRecordTables))
        {
            command.Subcommands.Add(Tables(commands, module));
        }

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

    private static Command Tables(CommandSet commands, IRailModule module)
    {
        var id = module.Descriptor.Id;
        var folder = new Argument<string>("folder") { Description = "Folder for the files; it must be empty or not there." };
        var from = new Option<string>("--from") { Description = "Side whose newest snapshot is written (default: source).", HelpName = "source|target" };
        from.AcceptOnlyFromAmong("source", "target");
        var workbooks = new Option<bool>("--xlsx") { Description = "Write workbooks instead of CSV." };
        var personal = new Option<bool>("--personal") { Description = "Write names, e-mails and the like in the clear; left out without it." };
        var command = commands.New(id, $"Write a snapshot as tables of the {module.Descriptor.DisplayName.ToLowerInvariant()}, which read back to the same records.", $"bridge export {id} tables", $"bridge export {id} tables --from target --xlsx --personal");
        command.Arguments.Add(folder);
        command.Options.Add(from);
        command.Options.Add(workbooks);
        command.Options.Add(personal);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var written = await Reports.RecordTables.WriteAsync(
                migration,
                (IRecordTables)module,
                context.PathOf(context.Value(folder)),
                context.Value(from) == "target" ? SnapshotSide.Target : SnapshotSide.Source,
                context.Value(workbooks),
                context.Value(personal),
                cancellationToken);
            written.Write(context.Output);
            context.Output.Result(written.Json());
            return ExitCode.Done;
        });
    }
}
