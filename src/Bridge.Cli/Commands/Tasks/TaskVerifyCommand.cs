using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Handoffs;

namespace Bridge.Cli.Commands.Tasks;

/// <summary><c>bridge tasks verify</c>: looks on the target now and closes what is proven.</summary>
internal static class TaskVerifyCommand
{
    public static Command Create(CommandSet commands)
    {
        var id = new Argument<string?>("id") { Description = "Id of the task; all open ones when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = commands.New(
            "verify",
            "Look on the target now and close what is proven. Begins no step and sends nothing that changes the target.",
            "bridge tasks verify",
            "bridge tasks verify task-1f0c33aa90b2d4e7");
        command.Arguments.Add(id);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var wanted = context.ValueOrNull(id);
            var before = await TasksCommand.ReadAsync(migration, new TaskFilter(), cancellationToken);
            var looked = before.Where(view => wanted is null || view.Task.Id == wanted).ToList();
            if (looked.Count == 0 && wanted is not null)
            {
                throw new CliException($"There is no open task '{wanted}'.", "'bridge tasks' lists those that are.") { Value = wanted };
            }

            var options = migration.Host.Definition.Execution with { WaitForPeople = false, LookOnly = true, LookAt = wanted };
            foreach (var run in looked.Select(view => view.Task.RunId).Distinct(StringComparer.Ordinal))
            {
                await migration.Pipeline.ResumeAsync(run, options, null, null, cancellationToken);
            }

            var after = await TasksCommand.ReadAsync(migration, new TaskFilter(), cancellationToken);
            var open = after.Select(view => view.Task.Id).ToHashSet(StringComparer.Ordinal);
            var closed = looked.Where(view => !open.Contains(view.Task.Id)).ToList();
            var seen = looked.Sum(view => view.Open) - after.Where(view => looked.Exists(one => one.Task.Id == view.Task.Id)).Sum(view => view.Open);
            context.Output.Line($"{closed.Count} of {looked.Count} tasks are closed; {seen} steps were settled by what the target shows.");
            TaskText.Write(context.Output, [.. after.Where(view => wanted is null || view.Task.Id == wanted)], migration.Outbox);
            context.Output.Result(new JsonObject
            {
                ["looked"] = looked.Count,
                ["settled"] = seen,
                ["closed"] = Json.Texts(closed.Select(view => view.Task.Id)),
                ["tasks"] = Json.Array(after, TaskText.Json),
            });
            return ExitCode.Done;
        });
    }
}
