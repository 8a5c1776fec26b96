using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Engine.Handoffs;
using Bridge.Hosting;

namespace Bridge.Cli.Commands.Tasks;

/// <summary><c>bridge tasks</c>: what people are to do.</summary>
internal static class TasksCommand
{
    public static Command Create(CommandSet commands)
    {
        var filter = new TaskFilterOptions();
        var command = commands.New(
            "tasks",
            "List the files and tasks that wait for people, with owner, due date, age and what is blocked by them.",
            "bridge tasks",
            "bridge tasks --open --owner Maria",
            "bridge tasks --due-before 2026-08-01");
        filter.AddTo(command);
        foreach (var verb in new[]
        {
            TaskClaimCommand.Create(commands),
            TaskCompleteCommand.Create(commands),
            TaskVerifyCommand.Create(commands),
            TaskTableCommands.Export(commands),
            TaskTableCommands.Import(commands),
            TaskDiscardCommand.Create(commands),
            Answer(commands),
            Declined(commands),
        })
        {
            command.Subcommands.Add(verb);
        }

        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var tasks = await ReadAsync(migration, filter.Read(context), cancellationToken);
            var packs = await new PackDesk(migration.Host.Runs, migration.Host.Outbox, migration.Host.Time).HeldAsync(cancellationToken).ToListAsync(cancellationToken);
            TaskText.Write(context.Output, tasks, migration.Outbox);
            TaskText.Write(context.Output, packs);
            context.Output.Result(new JsonObject
            {
                ["outbox"] = migration.Outbox,
                ["tasks"] = Json.Array(tasks, TaskText.Json),
                ["packs"] = Json.Array(packs, TaskText.Json),
            });
            return ExitCode.Done;
        });
    }

    /// <summary>The tasks of a migration.</summary>
    public static Task<IReadOnlyList<TaskView>> ReadAsync(OpenMigration migration, TaskFilter filter, CancellationToken cancellationToken) =>
        new TaskBoard(migration.Host.Runs, migration.Host.Outbox, migration.Host.Time, async (hash, token) => await migration.Pipeline.OpenPlanAsync(hash, token))
            .ReadAsync(filter, cancellationToken);

    /// <summary>The desk of a migration.</summary>
    public static TaskDesk Desk(OpenMigration migration) => new(migration.Host.Runs, migration.Host.Outbox, migration.Host.Time);

    /// <summary>Who speaks.</summary>
    public static Option<string> As() => new("--as") { Description = "Who says it (default: the user of this machine).", HelpName = "name" };

    /// <summary>The argument of a task.</summary>
    public static Argument<string> Id() => new("id") { Description = "Id of the task." };

    /// <summary>Writes something down about a task, or says in one message why not.</summary>
    public static async Task ChangeAsync(OpenMigration migration, string id, TaskChange change, string by, CancellationToken cancellationToken)
    {
        if (await Desk(migration).ChangeAsync(id, change, by, cancellationToken) is { } problem)
        {
            throw new CliException(problem, "'bridge tasks' lists what is open and what needs an answer.") { Value = id };
        }
    }

    private static Command Answer(CommandSet commands)
    {
        var id = Id();
        var value = new Argument<string>("value") { Description = "The answer: the id that the portal shows, for example of a template; for a question what it asks for." };
        var by = As();
        var command = commands.New("answer", "Answer a task, as 'complete --value' does. Works while a run is under way; it takes the answer when it looks next.", "bridge tasks answer task-1f0c33aa90b2d4e7 10233 --as Maria");
        command.Arguments.Add(id);
        command.Arguments.Add(value);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var who = context.Value(by) ?? migration.Host.Operator;
            await ChangeAsync(migration, context.Value(id), new TaskChange { Answer = context.Value(value) }, who, cancellationToken);
            context.Output.Line("Answered. The run takes it when it looks next ('bridge resume latest' when none is under way).");
            context.Output.Result(new JsonObject { ["task"] = context.Value(id), ["answer"] = context.Value(value).Trim(), ["by"] = who });
            return ExitCode.Done;
        });
    }

    private static Command Declined(CommandSet commands)
    {
        var partner = new Argument<string>("partner") { Description = "Id of the partner on the source, as the reports name it." };
        var by = As();
        var command = commands.New(
            "declined", "Report that a partner turned an invitation down, where the portal alone shows it. The partner then counts as blocked and is not asked again.", "bridge tasks declined 2000451 --as Maria");
        command.Arguments.Add(partner);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var who = context.Value(by) ?? migration.Host.Operator;
            if (await Desk(migration).ReportDeclinedAsync(context.Value(partner), who, cancellationToken) is { } problem)
            {
                throw new CliException(problem, "'bridge show run latest' lists who is waited for.") { Value = context.Value(partner) };
            }

            context.Output.Line("Noted. The run takes it when it looks next ('bridge resume latest' when none is under way).");
            context.Output.Result(new JsonObject { ["partner"] = context.Value(partner), ["declined"] = true, ["by"] = who });
            return ExitCode.Done;
        });
    }
}
