using System.CommandLine;
using System.Text.Json.Nodes;
using Bridge.Cli.Inspection;
using Bridge.Cli.Output;
using Bridge.Cli.Reports;
using Bridge.Engine.Artifacts;

namespace Bridge.Cli.Commands;

/// <summary><c>bridge show</c>: plans, snapshots, runs and findings, told in full.</summary>
internal static class ShowCommand
{
    public static Command Create(CommandSet commands)
    {
        var command = commands.New("show", "Show a plan, a snapshot, a run or what a finding means.", "bridge show plan latest", "bridge show run latest", "bridge show finding BRG-LINK-001");
        command.Subcommands.Add(Plan(commands));
        command.Subcommands.Add(ShowPartnerCommand.Create(commands));
        command.Subcommands.Add(Snapshot(commands));
        command.Subcommands.Add(Run(commands));
        command.Subcommands.Add(Finding(commands));
        return command;
    }

    private static Command Plan(CommandSet commands)
    {
        var plan = Names.Plan();
        var command = commands.New("plan", "Tell the dry run of a plan again, partner by partner.", "bridge show plan latest", "bridge show plan 3f2a9c01 --json");
        command.Arguments.Add(plan);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var stored = await Names.FindPlanAsync(migration, context.Value(plan), cancellationToken);
            var report = await PlanReport.WriteAsync(migration, stored, cancellationToken);
            report.Write(context.Output, cards: 50);
            context.Output.Result(report.Json());
            return report.Blocked ? ExitCode.Findings : ExitCode.Done;
        });
    }

    private static Command Snapshot(CommandSet commands)
    {
        var side = new Argument<string>("side") { Description = "source or target." };
        side.AcceptOnlyFromAmong("source", "target");
        var command = commands.New("snapshot", "Show the newest snapshot of a side: the account of its rows, hashes, findings.", "bridge show snapshot source");
        command.Arguments.Add(side);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var of = context.Value(side) == "source" ? SnapshotSide.Source : SnapshotSide.Target;
            var snapshot = await migration.Pipeline.Snapshots.FindNewestAsync(of, cancellationToken)
                ?? throw new CliException($"There is no snapshot of the {context.Value(side)} yet.", "Run 'bridge extract' first.");
            var findings = await snapshot.ReadFindingsAsync(cancellationToken).Take(SnapshotText.MostFindings).ToListAsync(cancellationToken);
            SnapshotText.Write(context.Output, snapshot.Manifest, findings);
            context.Output.Result(SnapshotText.Json(snapshot.Manifest, findings));
            return ExitCode.Done;
        });
    }

    private static Command Run(CommandSet commands)
    {
        var run = Names.Run();
        var command = commands.New("run", "Tell where a run stands.", "bridge show run latest");
        command.Arguments.Add(run);
        return commands.Handle(command, async (context, cancellationToken) =>
        {
            await using var migration = await context.OpenAsync(cancellationToken);
            var row = await Names.FindRunAsync(migration, context.Value(run), cancellationToken);
            var report = await RunReports.WriteAsync(migration, row, cancellationToken);
            report.Write(context.Output);
            context.Output.Result(report.Json());
            return ExitCode.Done;
        });
    }

    private static Command Finding(CommandSet commands)
    {
        var code = new Argument<string>("code") { Description = "Code of a finding; all codes when left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = commands.New("finding", "Explain a finding: what is wrong and what to do.", "bridge show finding BRG-LINK-001", "bridge show finding --json");
        command.Arguments.Add(code);
        return commands.Handle(command, (context, _) =>
        {
            var wanted = context.ValueOrNull(code);
            var found = FindingTexts.All.Where(each => wanted is null || string.Equals(each.Code, wanted, StringComparison.OrdinalIgnoreCase)).ToList();
            if (found.Count == 0)
            {
                throw new CliException($"No rule of plans and no finding of table files has the code '{wanted}'.", "'bridge show finding' lists all codes.") { Value = wanted };
            }

            context.Output.Table(
                ["code", "weight", "meaning", "remedy"],
                [.. found.Select(each => new[] { each.Code, each.Severity.ToString().ToLowerInvariant(), each.Meaning, each.Remedy })]);
            context.Output.Result(new JsonObject
            {
                ["findings"] = Json.Array(found, each => new JsonObject
                {
                    ["code"] = each.Code,
                    ["name"] = each.Name,
                    ["severity"] = each.Severity.ToString().ToLowerInvariant(),
                    ["meaning"] = each.Meaning,
                    ["remedy"] = each.Remedy,
                }),
            });
            return Task.FromResult(ExitCode.Done);
        });
    }
}
