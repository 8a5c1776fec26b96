using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Handoffs;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge tasks</c>: what people are to do.</summary>
internal static class TasksCommand
{
    public static Command Create(CommandSet commands)
    {
        var command = commands.New("tasks", "List the files and tasks that wait for people.", "bridge tasks", "bridge tasks answer task-1f0c33aa90b2d4e7 10233");
        command.Subcommands.Add(Answer(commands));
        command.Subcommands.Add(Declined(commands));
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var host = migration.Host;
            var open = await new TaskDesk(host.Runs, host.Outbox, host.Time).OpenAsync(cancellationToken).ToListAsync(cancellationToken);
            TaskText.Write(context.Output, open, migration.Outbox);
            context.Output.Result(new JsonObject { ["outbox"] = migration.Outbox, ["tasks"] = Json.Array(open, TaskText.Json) });
            return ExitCode.Done;
        });
    }

    private static Command Answer(CommandSet commands)
    {
        var id = new Argument<string>("id") { Description = "Id of the task." };
        var value = new Argument<string>("value") { Description = "The answer: the id that the portal shows, for example of a template; for a question whether a call was applied, what it asks for, or 'absent'." };
        var by = new Option<string>("--as") { Description = "Who answers (default: the user of this machine).", HelpName = "name" };
        var command = commands.New("answer", "Answer a task. Works while a run is under way; it takes the answer when it looks next.", "bridge tasks answer task-1f0c33aa90b2d4e7 10233 --as Maria");
        command.Arguments.Add(id);
        command.Arguments.Add(value);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var host = migration.Host;
            var who = context.Value(by) ?? host.Operator;
            if (await new TaskDesk(host.Runs, host.Outbox, host.Time).AnswerAsync(context.Value(id), context.Value(value), who, cancellationToken) is { } problem)
            {
                throw new CliException(problem, "'bridge tasks' lists what is open and what needs an answer.") { Value = context.Value(id) };
            }

            context.Output.Line("Answered. The run takes it when it looks next ('bridge resume latest' when none is under way).");
            context.Output.Result(new JsonObject { ["task"] = context.Value(id), ["answer"] = context.Value(value).Trim(), ["by"] = who });
            return ExitCode.Done;
        });
    }

    private static Command Declined(CommandSet commands)
    {
        var partner = new Argument<string>("partner") { Description = "Id of the partner on the source, as the reports name it." };
        var by = new Option<string>("--as") { Description = "Who saw it (default: the user of this machine).", HelpName = "name" };
        var command = commands.New(
            "declined", "Report that a partner turned an invitation down, where the portal alone shows it. The partner then counts as blocked and is not asked again.", "bridge tasks declined 2000451 --as Maria");
        command.Arguments.Add(partner);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var host = migration.Host;
            var who = context.Value(by) ?? host.Operator;
            if (await new TaskDesk(host.Runs, host.Outbox, host.Time).ReportDeclinedAsync(context.Value(partner), who, cancellationToken) is { } problem)
            {
                throw new CliException(problem, "'bridge show run latest' lists who is waited for.") { Value = context.Value(partner) };
            }

            context.Output.Line("Noted. The run takes it when it looks next ('bridge resume latest' when none is under way).");
            context.Output.Result(new JsonObject { ["partner"] = context.Value(partner), ["declined"] = true, ["by"] = who });
            return ExitCode.Done;
        });
    }
}
