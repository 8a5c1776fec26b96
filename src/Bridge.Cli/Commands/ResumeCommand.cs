using System.CommandLine;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Cli.Reports;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge resume</c>: goes on with a run.</summary>
internal static class ResumeCommand
{
    public static Command Create(CommandSet commands)
    {
        var run = Names.Run();
        var wait = ApplyCommand.Wait();
        var command = commands.New(
            "resume",
            "Go on with a run that was stopped, interrupted or waits for people. What was in flight is looked up, never sent twice.",
            "bridge resume latest",
            "bridge resume latest --wait");
        command.Arguments.Add(run);
        command.Options.Add(wait);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var found = await Names.FindRunAsync(migration, context.Value(run), cancellationToken);
            var options = migration.Host.Definition.Execution with { WaitForPeople = context.Value(wait) };
            await using var view = BudgetView.Open(migration, migration.Host.Definition.Target);
            using var progress = new WorkProgress(context.Environment, view.Budget);
            var end = await migration.Pipeline.ResumeAsync(found.RunId, options, null, progress, cancellationToken);
            progress.Dispose();
            var report = await RunReports.WriteAsync(migration, end, CancellationToken.None);
            report.Write(context.Output);
            context.Output.Result(report.Json());
            return report.ExitCode;
        });
    }
}
