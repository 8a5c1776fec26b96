using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Engine.Privacy;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge erase</c>: removes a partner's people everywhere.</summary>
internal static class EraseCommand
{
    public static Command Create(CommandSet commands)
    {
        var partner = new Argument<string>("partner") { Description = "Id of the partner on the source, as the reports name it." };
        var by = new Option<string>("--as") { Description = "Who has it done.", Required = true, HelpName = "name" };
        var reason = new Option<string>("--reason") { Description = "Why; kept in the audit, so write no personal value into it.", Required = true, HelpName = "text" };
        var lift = new Option<bool>("--lift") { Description = "Lift an erasure: the partner may be read and moved again." };
        var command = commands.New(
            "erase",
            "Remove a partner's people: their keys in the vault, raw pages, rows in files, planned steps. Hashes, counts and the audit stay. Running it again does what is left.",
            "bridge erase 2000451 --as 'Maria Lopez' --reason 'request of 2026-11-20'",
            "bridge erase 2000451 --lift --as Maria --reason 'signed up again'");
        command.Arguments.Add(partner);
        command.Options.Add(by);
        command.Options.Add(reason);
        command.Options.Add(lift);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var key = context.Value(partner).Trim();
            if (key.Length == 0 || string.IsNullOrWhiteSpace(context.Value(by)) || string.IsNullOrWhiteSpace(context.Value(reason)))
            {
                throw new CliException("An erasure says of whom, by whom and why.", "Give the partner's id, --as and --reason.");
            }

            await using var migration = await context.OpenAsync(cancellationToken);
            var eraser = new PersonEraser(migration.Host);
            if (context.Value(lift))
            {
                var lifted = await migration.Pipeline.OwnAsync(epoch => eraser.LiftAsync(epoch, key, context.Value(by)!, context.Value(reason)!, cancellationToken), cancellationToken);
                context.Output.Line(lifted ? $"The erasure of '{key}' is lifted: extract and plan again to move the partner." : $"'{key}' was not erased.");
                context.Output.Result(new JsonObject { ["partner"] = key, ["lifted"] = lifted });
                return ExitCode.Done;
            }

            var erasure = await migration.Pipeline.OwnAsync(epoch => eraser.EraseAsync(epoch, key, context.Value(by)!, context.Value(reason)!, cancellationToken), cancellationToken);
            var report = await ErasureReport.OfAsync(erasure, migration.Host.Definition.Folder, cancellationToken);
            report.Write(context.Output);
            context.Output.Result(report.Json());
            return report.Clean ? ExitCode.Done : ExitCode.Failed;
        });
    }
}
