using System.CommandLine;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Cli.Reports;
using Bridge.Engine.Execution;
using Bridge.Hosting;

namespace Bridge.Cli.Commands;

/// <summary>What applying and resuming have in common: they carry steps out, show how far it is, and end with the run's report.</summary>
internal static class RunCommands
{
    /// <summary>The option to stay while people are next.</summary>
    public static Option<bool> Wait() => new("--wait") { Description = "Stay and watch until nothing waits for people or partners any more." };

    /// <summary>Carries steps out and reports.</summary>
    /// <param name="context">The call.</param>
    /// <param name="migration">The migration.</param>
    /// <param name="wait">True to stay while people are next.</param>
    /// <param name="run">The stage, with its options and where progress goes.</param>
    /// <returns>The exit code.</returns>
    public static async Task<ExitCode> RunAsync(CommandContext context, OpenMigration migration, bool wait, Func<ExecutionOptions, WorkProgress, Task<RunRow>> run)
    {
        var options = migration.Host.Definition.Execution with { WaitForPeople = wait };
        await using var view = BudgetView.Open(migration, migration.Host.Definition.Target);
        using var progress = new WorkProgress(context.Environment, view.Budget);
        var end = await run(options, progress);
        progress.Dispose();
        var report = await RunReports.WriteAsync(migration, end, CancellationToken.None);
        report.Write(context.Output);
        context.Output.Result(report.Json());
        return report.ExitCode;
    }
}
