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
        var canary = Canary();
        var command = commands.New(
            "apply",
            "Carry out an approved plan, an apply as well as a rollback. Ctrl-C stops at the next safe point; 'bridge resume' goes on.",
            "bridge apply latest --canary 1",
            "bridge apply latest",
            "bridge apply 3f2a9c01 --program-name 'Acme Outfitters' --wait");
        command.Arguments.Add(plan);
        command.Options.Add(wait);
        command.Options.Add(name);
        command.Options.Add(canary);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var stored = await Names.FindPlanAsync(migration, context.Value(plan), cancellationToken);
            var named = await ProgramName.OfAsync(context, name, stored.Header, cancellationToken);
            return await RunCommands.RunAsync(
                context, migration, context.Value(wait), (options, progress) =>
                    migration.Pipeline.ApplyAsync(stored, options with { Canary = context.Value(canary), ProgramName = named }, null, progress, cancellationToken));
        });
    }

    private static Option<int?> Canary()
    {
        var canary = new Option<int?>("--canary")
        {
            Description = "Begin with so many partners: carry their steps out, read them back, and stop. When that is clean, 'bridge resume' goes on with the rest.",
            HelpName = "partners",
        };
        canary.Validators.Add(result =>
        {
            if (result.Errors.Any() || result.GetValueOrDefault<int?>() is < 1)
            {
                result.AddError("--canary takes a number of partners, at least 1.");
            }
        });
        return canary;
    }
}
