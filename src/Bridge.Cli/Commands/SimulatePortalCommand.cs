using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Cli.Simulators;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge simulate portal</c>: simulated people do what lies in the outbox.</summary>
internal static class SimulatePortalCommand
{
    public static Command Create(CommandSet commands)
    {
        var url = new Option<string>("--url") { Description = "Address of the simulated impact.com (default: baseUrl of the migration's target).", HelpName = "address" };
        var once = new Option<bool>("--once") { Description = "Look into the outbox once instead of until Ctrl-C." };
        var download = new Option<string>("--download") { Description = "Only download the templates of both import tools into this folder.", HelpName = "folder" };
        var habits = new PortalHabitOptions();
        var command = commands.New(
            "portal",
            "Let simulated people work on the outbox of a migration against a running 'bridge simulate impact', with a few mistakes and refusals.",
            "bridge simulate portal --dir acme",
            "bridge simulate portal --dir acme --careful --mailbox mail",
            "bridge simulate portal --wrong-lock 1 --forgotten 1 --late 0.2 --late-by 4d",
            "bridge simulate portal --download portal");
        command.Options.Add(url);
        command.Options.Add(once);
        command.Options.Add(download);
        habits.AddTo(command);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            using var desk = PortalDesk.Open(migration, context.Value(url), habits.Read(context));
            if (context.Value(download) is { } folder)
            {
                var files = await desk.DownloadAsync(context.PathOf(folder), cancellationToken);
                context.Output.Line($"Downloaded {string.Join(" and ", files)}. Name them in 'prospectTemplate' and 'importTemplate' of the connection.");
                context.Output.Result(new JsonObject { ["address"] = desk.Address.ToString(), ["files"] = Json.Texts(files) });
                return ExitCode.Done;
            }

            context.Output.Line($"Working on {migration.Outbox} at {desk.Address}.");
            var deeds = await desk.WorkAsync(context.Value(once), entry => context.Output.Line($"{entry.Time:u} {entry.Event} {entry.Subject} {entry.Detail}".TrimEnd()), cancellationToken);
            context.Output.Result(new JsonObject { ["address"] = desk.Address.ToString(), ["outbox"] = migration.Outbox, ["deeds"] = deeds });
            return ExitCode.Done;
        });
    }
}
