using System.Text.Json.Nodes;
using Bridge.Cli.Commands;
using Bridge.Cli.Output;
using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Engine.Snapshots;
using Bridge.Hosting;
using Bridge.Hosting.Reports;
using Bridge.Model.Identity;

namespace Bridge.Cli.Inspection;

/// <summary>Where a migration stands.</summary>
internal sealed class MigrationStanding
{
    private const int MostRuns = 10;
    private readonly List<(string Hash, PlanApproval? Approval)> plans = [];
    private readonly List<(RunRow Run, IReadOnlyDictionary<StepState, long> Steps)> runs = [];
    private List<Handoff> tasks = [];
    private string? latest;
    private RunSums? sums;

    private MigrationStanding(OpenMigration migration) => Migration = migration;

    private OpenMigration Migration { get; }

    private SnapshotManifest? Source { get; set; }

    private SnapshotManifest? Target { get; set; }

    /// <summary>Reads it.</summary>
    public static async Task<MigrationStanding> ReadAsync(OpenMigration migration, CancellationToken cancellationToken)
    {
        var host = migration.Host;
        var desk = new ApprovalDesk(host.Runs, host.Signer, host.Time, host.Ids);
        var standing = new MigrationStanding(migration)
        {
            Source = (await migration.Pipeline.Snapshots.FindNewestAsync(SnapshotSide.Source, cancellationToken))?.Manifest,
            Target = (await migration.Pipeline.Snapshots.FindNewestAsync(SnapshotSide.Target, cancellationToken))?.Manifest,
            tasks = await new TaskDesk(host.Runs, host.Outbox, host.Time).OpenAsync(cancellationToken).ToListAsync(cancellationToken),
            latest = LatestPlan.Read(host.Definition.Folder),
        };
        foreach (var hash in await Names.PlansAsync(migration, cancellationToken))
        {
            standing.plans.Add((hash, await desk.FindAsync(hash, cancellationToken)));
        }

        await foreach (var run in host.Runs.ReadRunsAsync(cancellationToken).Take(MostRuns))
        {
            standing.runs.Add((run, await host.Runs.CountStepsAsync(run.RunId, cancellationToken)));
        }

        if (standing.runs.Count > 0)
        {
            standing.sums = await SumAsync(migration, standing.runs[0].Run, cancellationToken);
        }

        return standing;
    }

    /// <summary>The sums of the newest run, from the states of its steps; null when its plan cannot be read any more.</summary>
    private static async Task<RunSums?> SumAsync(OpenMigration migration, RunRow run, CancellationToken cancellationToken)
    {
        try
        {
            var plan = await migration.Pipeline.OpenPlanAsync(run.PlanHash, cancellationToken);
            return await new RunAccount(plan, (step, token) => migration.Host.Runs.FindStepAsync(run.RunId, step, token)).SumAsync(cancellationToken);
        }
        catch (PlanUnusableException)
        {
            // The standing is told without it; whoever goes on with the run is told what is wrong with the plan.
            return null;
        }
    }

    /// <summary>Says it.</summary>
    public void Write(CliOutput output)
    {
        var definition = Migration.Host.Definition;
        output.Heading($"{definition.Client}/{definition.Migration}: {definition.Source} to {definition.Target}");
        output.Line($"source snapshot: {Of(Source)}");
        output.Line($"target snapshot: {Of(Target)}");
        if (plans.Count > 0)
        {
            output.Table(["plan", "newest", "approval"], [.. plans.Select(plan => new[] { plan.Hash, plan.Hash == latest ? "yes" : "", Of(plan.Approval) })]);
        }

        if (runs.Count > 0)
        {
            output.Table(
                ["run", "status", "plan", "started", "rolls back", "steps", "reason"],
                [.. runs.Select(each => new[]
                {
                    each.Run.RunId, RailText.Word(each.Run.Status), each.Run.PlanHash[..12], $"{each.Run.StartedAt:u}", each.Run.RollsBack ?? "-",
                    string.Join(", ", each.Steps.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {RailText.Word(pair.Key)}")), each.Run.Reason ?? "",
                })]);
        }

        if (sums is not null)
        {
            output.Line($"steps of run {runs[0].Run.RunId}: {Equation.Of(sums.Steps)}");
            foreach (var kind in sums.Kinds)
            {
                output.Line($"  {EntityNames.Of(kind.Entity)}: {Equation.Of(kind.Steps)}");
            }
        }

        output.Line(tasks.Count == 0 ? "open tasks: none" : $"open tasks: {tasks.Count} ('bridge tasks' lists them)");
        output.Line($"Next: {Next()}");
    }

    /// <summary>The same for programs.</summary>
    public JsonObject Json()
    {
        var definition = Migration.Host.Definition;
        return new JsonObject
        {
            ["client"] = definition.Client,
            ["migration"] = definition.Migration,
            ["source"] = Side(definition.Source, Source),
            ["target"] = Side(definition.Target, Target),
            ["latestPlan"] = latest,
            ["plans"] = Output.Json.Array(plans, plan => new JsonObject
            {
                ["hash"] = plan.Hash,
                ["approvedBy"] = plan.Approval?.Approver,
                ["approvalExpiresAt"] = plan.Approval?.ExpiresAt,
            }),
            ["runs"] = Output.Json.Array(runs, each => new JsonObject
            {
                ["run"] = each.Run.RunId,
                ["status"] = RailText.Word(each.Run.Status),
                ["plan"] = each.Run.PlanHash,
                ["startedAt"] = each.Run.StartedAt,
                ["endedAt"] = each.Run.EndedAt,
                ["rollsBack"] = each.Run.RollsBack,
                ["reason"] = each.Run.Reason,
                ["steps"] = Output.Json.Counts(each.Steps.OrderBy(pair => pair.Key).Select(pair => new NamedCount(RailText.Word(pair.Key), pair.Value))),
            }),
            ["steps"] = sums is null ? null : Output.Json.Steps(sums.Steps),
            ["kinds"] = sums is null ? null : Output.Json.Kinds(sums.Kinds),
            ["openTasks"] = tasks.Count,
            ["next"] = Next(),
        };
    }

    private static string Of(SnapshotManifest? manifest) => manifest is null ? "none" : $"{manifest.SnapshotId}, read {manifest.StartedAt:u}, {manifest.Findings} findings";

    private string Of(PlanApproval? approval) => approval is null
        ? "none"
        : $"{approval.Approver}, {(approval.ExpiresAt < Migration.Host.Time.GetUtcNow() ? "expired" : "until")} {approval.ExpiresAt:u}";

    private static JsonObject Side(string connection, SnapshotManifest? manifest) => new()
    {
        ["connection"] = connection,
        ["snapshot"] = manifest?.SnapshotId,
        ["startedAt"] = manifest?.StartedAt,
        ["hash"] = manifest?.Hash,
        ["findings"] = manifest?.Findings,
    };

    private string Next() => (runs.FirstOrDefault().Run?.Status, Source, Target, plans.Count) switch
    {
        (RunStatus.Completed, _, _, _) when runs[0].Run.RollsBack is not null => "the last run was taken back; 'bridge extract' and 'bridge plan' begin anew",
        (RunStatus.Cancelled, _, _, _) => "the last run was cancelled; 'bridge extract' and 'bridge plan' for what is left",
        (RunStatus.WaitingOnPeople, _, _, _) => "'bridge tasks', then 'bridge resume latest'",
        (RunStatus.Running or RunStatus.Stopped, _, _, _) => "'bridge resume latest'",
        (RunStatus.Completed, _, _, _) => "'bridge verify latest'",
        (_, null, _, _) or (_, _, null, _) => "'bridge extract'",
        (_, _, _, 0) => "'bridge plan'",
        _ => "read the dry run, then 'bridge approve latest --as <name>' and 'bridge apply latest'",
    };
}
