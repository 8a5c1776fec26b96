using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;

namespace Bridge.Cli.Commands.Tasks;

/// <summary><c>bridge tasks discard</c>: deletes a file with personal data, by the person who holds it.</summary>
internal static class TaskDiscardCommand
{
    public static Command Create(CommandSet commands)
    {
        var pack = new Argument<string>("pack") { Description = "Id of the pack." };
        var by = TasksCommand.As();
        var anyway = new Option<bool>("--anyway") { Description = "Although rows of it are not known to be uploaded: they are handed out again in time." };
        var command = commands.New(
            "discard",
            "Delete the file of a pack, which holds personal data. Its name and hash are journaled. Delete your copies of it, too.",
            "bridge tasks discard prospect-import-0c4f1a9b22de --as Maria");
        command.Arguments.Add(pack);
        command.Options.Add(by);
        command.Options.Add(anyway);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var host = migration.Host;
            var desk = new PackDesk(host.Runs, host.Outbox, host.Time);
            var (removal, problem) = await desk.DiscardAsync(context.Value(pack), context.Value(by) ?? host.Operator, context.Value(anyway), cancellationToken);
            if (removal is null)
            {
                throw new CliException(problem!, "'bridge tasks' lists the packs and says which may be deleted now.") { Value = context.Value(pack) };
            }

            var journaled = true;
            try
            {
                await migration.Pipeline.OwnAsync(epoch => desk.JournalRemovalsAsync(epoch, null, cancellationToken), cancellationToken);
            }
            catch (RunStoreBusyException)
            {
                // The run that is under way journals it when it looks next; until then it rests in the outbox.
                journaled = false;
            }

            context.Output.Line($"{removal.File} is deleted{(journaled ? " and journaled" : "; the run that is under way journals it")} (SHA-256 {removal.Sha256}). Delete your copies of it, too.");
            context.Output.Result(new JsonObject { ["pack"] = removal.Pack, ["file"] = removal.File, ["sha256"] = removal.Sha256, ["by"] = removal.By, ["journaled"] = journaled });
            return ExitCode.Done;
        });
    }
}
