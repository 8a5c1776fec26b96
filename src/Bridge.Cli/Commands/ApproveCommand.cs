using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Engine.Approval;
using Bridge.Engine.Questions;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge approve</c>: a person's word for exactly one plan.</summary>
internal static class ApproveCommand
{
    public static Command Create(CommandSet commands)
    {
        var plan = Names.Plan();
        var approver = new Option<string>("--as") { Description = "Who approves.", Required = true, HelpName = "name" };
        var irreversible = new Option<string[]>("--accept-irreversible") { Description = "Kind of irreversible step that is accepted, or 'all'; may be repeated.", HelpName = "kind" };
        var losses = new Option<string[]>("--accept-loss") { Description = "Code of a loss that is accepted, or 'all'; may be repeated.", HelpName = "code" };
        var answered = new Option<bool>("--accept-answered") { Description = "Accept the losses that people accepted as answers to questions ('bridge questions')." };
        var valid = new Option<string>("--valid-for") { Description = "How long a run may start under it, like 30m, 72h or 3d.", DefaultValueFactory = _ => "72h", HelpName = "time" };
        var until = new Option<string?>("--run-until") { Description = "How long a run may go on under it: a day like 2026-12-31 (to its end, UTC) or a time like 60d. Default: 60 days from the last moment at which it may start.", HelpName = "day or time" };
        var command = commands.New(
            "approve",
            "Approve a plan. The approval names its hash: a changed plan is another one.",
            "bridge approve latest --as 'Maria Lopez'",
            "bridge approve latest --as Maria --run-until 2026-12-31",
            "bridge approve 3f2a9c01 --as Maria --accept-irreversible all --accept-loss all --valid-for 24h");
        command.Arguments.Add(plan);
        command.Options.Add(approver);
        command.Options.Add(irreversible);
        command.Options.Add(losses);
        command.Options.Add(answered);
        command.Options.Add(valid);
        command.Options.Add(until);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            var validFor = Durations.Parse("--valid-for", context.Value(valid)!);
            await using var migration = await context.OpenAsync(cancellationToken);
            var request = new ApprovalRequest
            {
                Approver = context.Value(approver)!,
                AcceptIrreversible = context.Value(irreversible) ?? [],
                AcceptLosses = context.Value(losses) ?? [],
                ValidFor = validFor,
                RunUntil = context.Value(until) is { } end ? Durations.Until("--run-until", end, migration.Host.Time.GetUtcNow()) : null,
            };
            var stored = await Names.FindPlanAsync(migration, context.Value(plan), cancellationToken);
            if (context.Value(answered))
            {
                request = request with { AcceptLosses = [.. request.AcceptLosses, .. PlanQuestions.AcceptedOf(stored.Totals, migration.Pipeline.Questions.Answers())] };
            }

            var authorities = stored.Header.Authorities is null ? AuthoritySet.None : new AuthoritySet(await AuthorityCommand.Desk(migration).ReadAsync(cancellationToken));
            var approval = await migration.Pipeline.ApproveAsync(stored, request, cancellationToken);
            context.Output.Line($"Plan {approval.PlanHash} is approved by {approval.Approver} until {approval.ExpiresAt:u}; a run that starts by then may go on until {approval.RunUntil:u}.");
            context.Output.Line(stored.Totals.Notifications.Count == 0
                ? "No step of it mails a partner."
                : $"Steps of it that mail the partner, or may: {string.Join(", ", stored.Totals.Notifications.Select(count => $"{count.Name} ({count.Count})"))}.");
            foreach (var authority in authorities.ForAccounts.Concat(authorities.ForMails))
            {
                context.Output.Line($"Made under the authority for {authority.Subject}: {authority}.");
            }

            context.Output.Line($"Next: 'bridge apply {approval.PlanHash[..8]}'.");
            context.Output.Result(new JsonObject
            {
                ["approval"] = approval.Id,
                ["plan"] = approval.PlanHash,
                ["approver"] = approval.Approver,
                ["account"] = approval.TargetAccount,
                ["expiresAt"] = approval.ExpiresAt,
                ["runUntil"] = approval.RunUntil,
                ["acceptedIrreversible"] = Json.Texts(approval.AcceptedIrreversible),
                ["acceptedLosses"] = Json.Texts(approval.AcceptedLosses),
                ["mails"] = Json.Counts(stored.Totals.Notifications),
                ["authorities"] = Json.Texts(authorities.ForAccounts.Concat(authorities.ForMails).Select(authority => authority.Id)),
                ["notedLosses"] = Json.Texts(approval.NotedLosses ?? []),
            });
            return ExitCode.Done;
        });
    }
}
