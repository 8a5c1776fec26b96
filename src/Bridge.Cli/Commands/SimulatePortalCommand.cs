using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Simulators;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge simulate portal</c>: simulated people do what lies in the outbox.</summary>
internal static class SimulatePortalCommand
{
    public static Command Create(CommandSet commands)
    {
        var url = new Option<string>("--url") { Description = "Address of the simulated impact.com (default: baseUrl of the migration's target).", HelpName = "address" };
        var seed = new Option<int>("--seed") { Description = "Seed of what people do.", DefaultValueFactory = _ => 7 };
        var careful = new Option<bool>("--careful") { Description = "People without mistakes, partners who all accept." };
        var once = new Option<bool>("--once") { Description = "Look into the outbox once instead of until Ctrl-C." };
        var command = commands.New(
            "portal", "Let simulated people work on the outbox of a migration against a running 'bridge simulate impact', with a few mistakes and refusals.", "bridge simulate portal --dir acme", "bridge simulate portal --dir acme --careful");
        command.Options.Add(url);
        command.Options.Add(seed);
        command.Options.Add(careful);
        command.Options.Add(once);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            using var desk = PortalDesk.Open(migration, context.Value(url), context.Value(seed), context.Value(careful));
            context.Output.Line($"Working on {migration.Outbox} at {desk.Address}.");
            var deeds = await desk.WorkAsync(context.Value(once), entry => context.Output.Line($"{entry.Time:u} {entry.Event} {entry.Subject} {entry.Detail}".TrimEnd()), cancellationToken);
            context.Output.Result(new JsonObject { ["address"] = desk.Address.ToString(), ["outbox"] = migration.Outbox, ["deeds"] = deeds });
            return ExitCode.Done;
        });
    }
}
