using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Privacy;
using Bridge.Hosting;
using Bridge.Model.Partners;
using Bridge.Model.Privacy;
using Bridge.Model.Records;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge show partner</c>: one partner of the source. Personal values are masked unless they are asked for, which the audit keeps.</summary>
internal static class ShowPartnerCommand
{
    public static Command Create(CommandSet commands)
    {
        var id = new Argument<string>("partner") { Description = "Id of the partner on the source." };
        var personal = new Option<bool>("--show-personal") { Description = "Show personal values in clear. Who looked at whom is recorded." };
        var by = new Option<string>("--as") { Description = "Who looks (default: the user of this machine).", HelpName = "name" };
        var command = commands.New("partner", "Show a partner of the newest source snapshot; personal values are masked.", "bridge show partner 2000451", "bridge show partner 2000451 --show-personal --as Maria");
        command.Arguments.Add(id);
        command.Options.Add(personal);
        command.Options.Add(by);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var partner = await FindAsync(migration, context.Value(id), cancellationToken);
            var clear = context.Value(personal);
            if (clear)
            {
                await RecordAsync(migration, partner.Id.Value, context.Value(by) ?? migration.Host.Operator, cancellationToken);
            }

            var facts = Facts(partner, value => clear ? migration.Host.Vault.Reveal(value) ?? "erased" : MaskedText.Of(value.Kind, migration.Host.Vault.Reveal(value))).ToList();
            context.Output.Heading($"{partner.Id}: {partner.Name}");
            foreach (var (name, text) in facts)
            {
                context.Output.Line($"  {name}: {text}");
            }

            var json = new JsonObject { ["partner"] = partner.Id.Value, ["name"] = partner.Name, ["status"] = partner.Status.ToString(), ["personal"] = clear ? "shown" : "masked" };
            json["facts"] = Json.Array(facts, fact => new JsonObject { ["name"] = fact.Name, ["value"] = fact.Text });
            context.Output.Result(json);
            return ExitCode.Done;
        });
    }

    private static async Task<Partner> FindAsync(OpenMigration migration, string id, CancellationToken cancellationToken)
    {
        var snapshot = await migration.Pipeline.Snapshots.FindNewestAsync(SnapshotSide.Source, cancellationToken)
            ?? throw new CliException("There is no snapshot of the source yet.", "Run 'bridge extract' first.");
        await foreach (var (partner, _, _) in snapshot.ReadAsync(RecordCodecs.Partner, cancellationToken))
        {
            if (partner.Id.Value == id)
            {
                return partner;
            }
        }

        throw new CliException("The newest snapshot of the source has no such partner.", "Copy the id from a report.") { Value = id };
    }

    private static Task RecordAsync(OpenMigration migration, string partner, string by, CancellationToken cancellationToken) => migration.Pipeline.OwnAsync(
        epoch => migration.Host.Runs.AppendAsync(epoch, new JournalRecord(JournalKind.Decided, null, null, new JsonObject { ["personalShown"] = partner, ["by"] = by }), [], cancellationToken), cancellationToken);

    private static IEnumerable<(string Name, string Text)> Facts(Partner partner, Func<PersonalValue, string> text)
    {
        yield return ("status", partner.Status.ToString());
        foreach (var (contact, number) in partner.Contacts.Select((contact, index) => (contact, index + 1)))
        {
            foreach (var (name, value) in new (string, PersonalValue?)[] { ("first name", contact.FirstName), ("last name", contact.LastName), ("e-mail", contact.Email), ("phone", contact.Phone) })
            {
                if (value is { } there)
                {
                    yield return ($"contact {number}, {name}", text(there));
                }
            }

            if (contact.Unsubscribed == true)
            {
                yield return ($"contact {number}", "wants no mail");
            }
        }

        var address = partner.Address;
        foreach (var (name, value) in new (string, PersonalValue?)[] { ("address", address?.Line1), ("address, second line", address?.Line2), ("postal code", address?.PostalCode), ("city", address?.City), ("tax number", partner.TaxNumber) })
        {
            if (value is { } there)
            {
                yield return (name, text(there));
            }
        }
    }
}
