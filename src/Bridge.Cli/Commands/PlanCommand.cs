using System.CommandLine;
using Bridge.Cli.Reports;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge plan</c>: the dry run.</summary>
internal static class PlanCommand
{
    public static Command Create(CommandSet commands) => commands.Handle(
        commands.New("plan", "Plan from the newest snapshots and report the dry run. Sends nothing. Exit code 2 when findings block it.", "bridge plan", "bridge plan --json"),
        async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var plan = await migration.Pipeline.PlanAsync(cancellationToken);
            var report = await PlanReport.WriteAsync(migration, plan, cancellationToken);
            report.Write(context.Output, cards: 5);
            var open = migration.Pipeline.Questions.Open().Count;
            if (open > 0)
            {
                context.Output.Line($"{open} questions are open: 'bridge questions' lists them, 'bridge questions export questions.xlsx' makes a sheet of them.");
            }

            var json = report.Json();
            json["openQuestions"] = open;
            context.Output.Result(json);
            return report.Blocked ? ExitCode.Findings : ExitCode.Done;
        });
}
