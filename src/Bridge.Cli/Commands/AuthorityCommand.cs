using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Approval;
using Bridge.Hosting;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge authority</c>: what somebody allowed in writing that Bridge does not do otherwise.</summary>
internal static class AuthorityCommand
{
    public static Command Create(CommandSet commands)
    {
        var command = commands.New(
            "authority",
            "List what was allowed in writing that is off otherwise. It is part of the inputs of a plan: with another authority the plan is another one.",
            "bridge authority",
            "bridge authority record account-creation --by 'Acme Inc., J. Doe' --document 'mandate 2026-11-02' --as 'Maria Lopez'");
        command.Subcommands.Add(Record(commands));
        command.Subcommands.Add(Withdraw(commands));
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var all = await Desk(migration).ReadAsync(cancellationToken);
            if (all.Count == 0)
            {
                context.Output.Line("No authority is recorded: accounts of partners are not created by API, and who unsubscribed is not mailed.");
            }

            foreach (var authority in all)
            {
                context.Output.Line($"{authority.Id}  {authority.Subject}: {authority}");
            }

            context.Output.Result(new JsonObject { ["authorities"] = Json.Array(all, JsonOf) });
            return ExitCode.Done;
        });
    }

    private static Command Record(CommandSet commands)
    {
        var subject = new Argument<string>("what") { Description = $"What is allowed: {string.Join("; ", AuthoritySubjects.All.Select(each => $"'{each.Key}' to {each.Value}"))}." };
        var by = new Option<string>("--by") { Description = "Who gave it.", Required = true, HelpName = "name" };
        var document = new Option<string>("--document") { Description = "The document that holds it: its name, number or place.", Required = true, HelpName = "document" };
        var recorder = new Option<string>("--as") { Description = "Who records it.", Required = true, HelpName = "name" };
        var partner = new Option<string>("--partner") { Description = "Id of the one partner on the source that it is for (mail-unsubscribed alone); all when left out.", HelpName = "partner" };
        var command = commands.New(
            "record",
            "Record an authority. It is signed and chained like an approval.",
            "bridge authority record account-creation --by 'Acme Inc., J. Doe' --document 'mandate 2026-11-02' --as 'Maria Lopez'",
            "bridge authority record mail-unsubscribed --partner 2000451 --by 'the publisher, by phone' --document 'note 17' --as Maria");
        command.Arguments.Add(subject);
        command.Options.Add(by);
        command.Options.Add(document);
        command.Options.Add(recorder);
        command.Options.Add(partner);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var what = Known(context.Value(subject));
            var one = context.Value(partner);
            if (one is not null && what != AuthoritySubjects.MailUnsubscribed)
            {
                throw new CliException($"'{what}' is for the whole program.", "Leave --partner out.") { Value = one };
            }

            var texts = new[] { ("--by", context.Value(by)!), ("--document", context.Value(document)!), ("--as", context.Value(recorder)!) };
            if (texts.FirstOrDefault(text => string.IsNullOrWhiteSpace(text.Item2)) is { Item1: { } empty })
            {
                throw new CliException($"{empty} is empty.", "An authority says who gave it, which document holds it, and who records it.");
            }

            await using var migration = await context.OpenAsync(cancellationToken);
            var recorded = await migration.Pipeline.OwnAsync(
                epoch => Desk(migration).RecordAsync(epoch, what, one, context.Value(by)!.Trim(), context.Value(document)!.Trim(), context.Value(recorder)!.Trim(), cancellationToken), cancellationToken);
            context.Output.Line($"Recorded as {recorded.Id}: {recorded}.");
            context.Output.Line("Next: 'bridge plan'; plans that were made before are stale.");
            context.Output.Result(JsonOf(recorded));
            return ExitCode.Done;
        });
    }

    private static Command Withdraw(CommandSet commands)
    {
        var id = new Argument<string>("id") { Description = "Id of the authority, as 'bridge authority' lists it." };
        var by = new Option<string>("--as") { Description = "Who withdraws it.", Required = true, HelpName = "name" };
        var command = commands.New("withdraw", "Withdraw an authority. Plans and runs that were made under it do not go on.", "bridge authority withdraw 01kajv8p --as Maria");
        command.Arguments.Add(id);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var withdrawn = await migration.Pipeline.OwnAsync(epoch => Desk(migration).WithdrawAsync(epoch, context.Value(id), context.Value(by)!, cancellationToken), cancellationToken)
                ?? throw new CliException("There is no authority of that id.", "'bridge authority' lists them.") { Value = context.Value(id) };
            context.Output.Line($"Withdrawn: {withdrawn}.");
            context.Output.Result(JsonOf(withdrawn));
            return ExitCode.Done;
        });
    }

    private static string Known(string subject) => AuthoritySubjects.All.Any(each => each.Key == subject)
        ? subject
        : throw new CliException("Nothing of that name can be allowed.", $"Choose one of: {string.Join(", ", AuthoritySubjects.All.Select(each => each.Key))}.") { Value = subject };

    /// <summary>The desk of a migration.</summary>
    public static AuthorityDesk Desk(OpenMigration migration) => new(migration.Host.Runs, migration.Host.Signer, migration.Host.Time, migration.Host.Ids);

    private static JsonObject JsonOf(RecordedAuthority authority) => new()
    {
        ["id"] = authority.Id,
        ["subject"] = authority.Subject,
        ["partner"] = authority.Partner,
        ["givenBy"] = authority.GivenBy,
        ["document"] = authority.Document,
        ["recordedBy"] = authority.RecordedBy,
        ["recordedAt"] = authority.RecordedAt,
        ["withdrawnBy"] = authority.WithdrawnBy,
        ["withdrawnAt"] = authority.WithdrawnAt,
    };
}
