using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Bridge.Engine.Handoffs;

namespace Bridge.Cli.Commands.Tasks;

/// <summary><c>bridge tasks claim</c>: says who has a task, and until when.</summary>
internal static class TaskClaimCommand
{
    public static Command Create(CommandSet commands)
    {
        var id = TasksCommand.Id();
        var by = new Option<string>("--as") { Description = "Who has it from now on (default: the user of this machine); '-' gives it back.", HelpName = "name" };
        var due = new Option<string>("--due") { Description = "Day until which it is to be done.", HelpName = "YYYY-MM-DD" };
        var note = new Option<string>("--note") { Description = "A note; '-' takes it away.", HelpName = "text" };
        var command = commands.New(
            "claim",
            "Say who has a task and until when. Survives handing out again and resuming; works while a run is under way.",
            "bridge tasks claim task-1f0c33aa90b2d4e7 --as Maria --due 2026-08-01");
        command.Arguments.Add(id);
        command.Options.Add(by);
        command.Options.Add(due);
        command.Options.Add(note);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var who = context.Value(by) ?? migration.Host.Operator;
            var until = Days.Read(context.Value(due), "--due");
            var change = new TaskChange { Owner = TakenAway(who), Due = until, Note = context.Value(note) is { } text ? TakenAway(text) : null };
            await TasksCommand.ChangeAsync(migration, context.Value(id), change, migration.Host.Operator, cancellationToken);
            var claim = await TasksCommand.Desk(migration).ClaimOfAsync(context.Value(id), cancellationToken);
            context.Output.Line(claim?.Owner is null ? "Nobody has the task now." : $"{claim.Owner} has the task{(claim.Due is { } day ? $" until {day:yyyy-MM-dd}" : "")}.");
            context.Output.Result(new JsonObject
            {
                ["task"] = context.Value(id),
                ["owner"] = claim?.Owner,
                ["due"] = claim?.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["note"] = claim?.Note,
            });
            return ExitCode.Done;
        });
    }

    private static string TakenAway(string text) => text == "-" ? "" : text;
}
