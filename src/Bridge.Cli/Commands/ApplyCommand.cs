using System.CommandLine;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge apply</c>: carries an approved plan out.</summary>
internal static class ApplyCommand
{
    public static Command Create(CommandSet commands)
    {
        var plan = Names.Plan();
        var wait = RunCommands.Wait();
        var name = ProgramName.Option();
        var command = commands.New(
            "apply",
            "Carry out an approved plan, an apply as well as a rollback. Ctrl-C stops at the next safe point; 'bridge resume' goes on.",
            "bridge apply latest",
            "bridge apply 3f2a9c01 --program-name 'Acme Outfitters' --wait");
        command.Arguments.Add(plan);
        command.Options.Add(wait);
        command.Options.Add(name);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var stored = await Names.FindPlanAsync(migration, context.Value(plan), cancellationToken);
            var named = await ProgramName.OfAsync(context, name, stored.Header, cancellationToken);
            return await RunCommands.RunAsync(
                context, migration, context.Value(wait), (options, progress) => migration.Pipeline.ApplyAsync(stored, options with { ProgramName = named }, null, progress, cancellationToken));
        });
    }
}
