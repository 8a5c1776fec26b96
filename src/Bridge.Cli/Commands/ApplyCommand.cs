using System.CommandLine;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Cli.Reports;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge apply</c>: carries an approved plan out.</summary>
internal static class ApplyCommand
{
    public static Command Create(CommandSet commands)
    {
        var plan = Names.Plan();
        var wait = Wait();
        var command = commands.New(
            "apply",
            "Carry out an approved plan, an apply as well as a rollback. Ctrl-C stops at the next safe point; 'bridge resume' goes on.",
            "bridge apply latest",
            "bridge apply 3f2a9c01 --wait");
        command.Arguments.Add(plan);
        command.Options.Add(wait);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var stored = await Names.FindPlanAsync(migration, context.Value(plan), cancellationToken);
            var options = migration.Host.Definition.Execution with { WaitForPeople = context.Value(wait) };
            await using var view = BudgetView.Open(migration, migration.Host.Definition.Target);
            using var progress = new WorkProgress(context.Environment, view.Budget);
            var run = await migration.Pipeline.ApplyAsync(stored, options, null, progress, cancellationToken);
            progress.Dispose();
            var report = await RunReports.WriteAsync(migration, run, CancellationToken.None);
            report.Write(context.Output);
            context.Output.Result(report.Json());
            return report.ExitCode;
        });
    }

    /// <summary>The option of applying and resuming.</summary>
    public static Option<bool> Wait() => new("--wait") { Description = "Stay and watch until nothing waits for people or partners any more." };
}
