using System.CommandLine;
using Bridge.Cli.Reports;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge cancel</c>: ends a run for good.</summary>
internal static class CancelCommand
{
    public static Command Create(CommandSet commands)
    {
        var run = Names.Run();
        var by = new Option<string>("--as") { Description = "Who cancels.", Required = true, HelpName = "name" };
        var command = commands.New(
            "cancel",
            "End a run for good at a safe point: what was not begun is cancelled, tasks are taken back. What was done stays; a new plan is what is left.",
            "bridge cancel latest --as Maria");
        command.Arguments.Add(run);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var found = await Names.FindRunAsync(migration, context.Value(run), cancellationToken);
            var end = await migration.Pipeline.CancelAsync(found.RunId, context.Value(by)!, cancellationToken);
            var report = await RunReports.WriteAsync(migration, end, CancellationToken.None);
            report.Write(context.Output);
            context.Output.Result(report.Json());
            return ExitCode.Done;
        });
    }
}
