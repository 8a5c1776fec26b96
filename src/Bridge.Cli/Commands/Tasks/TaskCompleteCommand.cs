using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Engine.Handoffs;

namespace Bridge.Cli.Commands.Tasks;

/// <summary><c>bridge tasks complete</c>: says that a task is done. The word closes nothing; the target, or an answer, does.</summary>
internal static class TaskCompleteCommand
{
    public static Command Create(CommandSet commands)
    {
        var id = TasksCommand.Id();
        var value = new Option<string>("--value") { Description = "The answer, where one is needed: the id that the portal shows, or what a question asks for.", HelpName = "answer" };
        var by = TasksCommand.As();
        var command = commands.New(
            "complete",
            "Say that a task is done, with its answer where it needs one. Bridge closes it when it sees it on the target.",
            "bridge tasks complete task-1f0c33aa90b2d4e7 --value 10233 --as Maria",
            "bridge tasks complete prospect-import-0c4f1a9b22de --as Maria");
        command.Arguments.Add(id);
        command.Options.Add(value);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var who = context.Value(by) ?? migration.Host.Operator;
            await TasksCommand.ChangeAsync(migration, context.Value(id), new TaskChange { Answer = context.Value(value), Done = true }, who, cancellationToken);
            context.Output.Line("Noted. Bridge looks on the target when the run looks next, or now with 'bridge tasks verify'.");
            context.Output.Result(new JsonObject { ["task"] = context.Value(id), ["answer"] = context.Value(value)?.Trim(), ["by"] = who });
            return ExitCode.Done;
        });
    }
}
