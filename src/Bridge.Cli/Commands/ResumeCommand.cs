using System.CommandLine;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge resume</c>: goes on with a run.</summary>
internal static class ResumeCommand
{
    public static Command Create(CommandSet commands)
    {
        var run = Names.Run();
        var wait = RunCommands.Wait();
        var name = ProgramName.Option();
        var command = commands.New(
            "resume",
            "Go on with a run that was stopped, interrupted or waits for people. What was in flight is looked up, never sent twice.",
            "bridge resume latest",
            "bridge resume latest --wait");
        command.Arguments.Add(run);
        command.Options.Add(wait);
        command.Options.Add(name);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var found = await Names.FindRunAsync(migration, context.Value(run), cancellationToken);
            var named = context.Value(name);
            return await RunCommands.RunAsync(
                context, migration, context.Value(wait), (options, progress) => migration.Pipeline.ResumeAsync(found.RunId, options with { ProgramName = named }, null, progress, cancellationToken));
        });
    }
}
