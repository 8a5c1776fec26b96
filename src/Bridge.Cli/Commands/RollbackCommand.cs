using System.CommandLine;
using Bridge.Cli.Reports;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge rollback</c>: plans what takes a run back.</summary>
internal static class RollbackCommand
{
    public static Command Create(CommandSet commands)
    {
        var run = Names.Run();
        var command = commands.New(
            "rollback",
            "Plan the rollback of a run from its journal. It is a plan like any other: approve and apply it.",
            "bridge rollback latest",
            "bridge approve latest --as Maria --accept-irreversible all",
            "bridge apply latest");
        command.Arguments.Add(run);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var found = await Names.FindRunAsync(migration, context.Value(run), cancellationToken);
            var plan = await migration.Pipeline.PlanRollbackAsync(found.RunId, cancellationToken);
            var report = await PlanReport.WriteAsync(migration, plan, cancellationToken);
            report.Write(context.Output, cards: 5);
            context.Output.Result(report.Json());
            return report.Blocked ? ExitCode.Findings : ExitCode.Done;
        });
    }
}
