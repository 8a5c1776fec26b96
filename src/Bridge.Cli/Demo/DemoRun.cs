using System.Globalization;
using Bridge.Cli.Commands;
using Bridge.Cli.Reports;
using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Extraction;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Engine.Rollback;
using Bridge.Engine.Verifying;
using Bridge.Hosting;
using Bridge.Model.Identity;
using Bridge.Simulation.Impact.People;
using Bridge.Simulation.Impact.Truth;
using Bridge.Simulation.Rakuten;

namespace Bridge.Cli.Demo;

/// <summary>
/// The whole route on simulated rails, by the same stages that the other commands call: extract, plan, approve, apply while
/// simulated people work, verify, roll back, apply again. Then the rail's own truth log is asked whether it was so.
/// </summary>
/// <param name="options">Options.</param>
/// <param name="host">What the migration is opened with; clock, token and operator are the demo's.</param>
/// <param name="tell">Takes what happens, line by line.</param>
internal sealed class DemoRun(DemoOptions options, HostSettings host, Action<string> tell)
{
    private static readonly ApprovalRequest Approval = new() { Approver = "demo", AcceptIrreversible = ["all"], AcceptLosses = ["all"] };

    private readonly List<string> problems = [];
    private readonly List<StoredPlan> plans = [];

    /// <summary>Runs the demo.</summary>
    public async Task<DemoResult> RunAsync(CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        var pack = RakutenPack.Create(new RakutenPackOptions { Seed = options.Seed });
        await using var rail = await DemoRail.StartAsync(options, pack, cancellationToken);
        await DemoFolder.WriteAsync(options.Folder, pack, rail.BaseUrl, rail.Sid, rail.ProgramId, cancellationToken);
        tell(string.Create(CultureInfo.InvariantCulture, $"A Rakuten export pack lies in {Path.Combine(options.Folder, "exports")}; impact.com is simulated at {rail.BaseUrl}, its clock runs {options.Speed:0} times faster than real, its rate rules hold."));
        await using var migration = await OpenMigration.OpenAsync(options.Folder, host with
        {
            Time = rail.Time,
            Environment = name => name switch { DemoFolder.Token => rail.Secret, DemoFolder.WriteToken => rail.WriteSecret, _ => Environment.GetEnvironmentVariable(name) },
            Operator = "bridge demo",
        }, cancellationToken);
        rail.StartWork(migration, options.Seed);
        return await StagesAsync(begun, migration, rail, cancellationToken);
    }

    private async Task<DemoResult> StagesAsync(long begun, OpenMigration migration, DemoRail rail, CancellationToken cancellationToken)
    {
        var pipeline = migration.Pipeline;
        await pipeline.OwnAsync(
            epoch => AuthorityCommand.Desk(migration).RecordAsync(epoch, AuthoritySubjects.AccountCreation, null, "Acme, the simulated brand", "the demo's own mandate", "bridge demo", cancellationToken), cancellationToken);
        tell("Recorded: the simulated brand allows accounts of partners to be created by API. Without that they go by files and invitations.");
        await ExtractAsync(pipeline, SnapshotSide.Source, cancellationToken);
        await ExtractAsync(pipeline, SnapshotSide.Target, cancellationToken);
        var plan = await PlanAsync(pipeline, cancellationToken);
        var dryRunCalls = rail.Impact.Truth.After(0).Count(line => line.Contains("\"actor\":\"api\"", StringComparison.Ordinal));
        Expect(dryRunCalls == 0, $"The dry run made {dryRunCalls} mutating calls.");
        tell($"Dry run: {(await PlanReport.WriteAsync(migration, plan, cancellationToken)).Page}");

        var run = await ApplyAsync(migration, rail, plan, "Apply", cancellationToken);
        var report = await RunReports.WriteAsync(migration, run, cancellationToken);
        Expect(run.Status == RunStatus.Completed, $"The apply ended as {run.Status}: {run.Reason}");
        var verified = await VerifyAsync(pipeline, run, cancellationToken);
        var applied = rail.Impact.Truth.Count;

        var rollback = await RollBackAsync(migration, rail, plan, run, cancellationToken);
        var restored = RollbackTruth.Read(rail.Impact.Truth.After(0), rail.Impact.State(), 1, applied);
        Expect(restored.Differing.Count == 0, $"After the rollback {restored.Differing.Count} objects differ from their before-images, first: {(restored.Differing.Count > 0 ? restored.Differing[0].ToString() : "none")}.");

        await ExtractAsync(pipeline, SnapshotSide.Target, cancellationToken);
        var secondPlan = await PlanAsync(pipeline, cancellationToken);
        var secondRun = await ApplyAsync(migration, rail, secondPlan, "Apply again", cancellationToken);
        var second = await RunReports.WriteAsync(migration, secondRun, cancellationToken);
        var secondVerified = await VerifyAsync(pipeline, secondRun, cancellationToken);
        var truth = await ReadTruthAsync(migration, rail, plan, cancellationToken);
        var rates = ReadRates(migration, rail);
        return new DemoResult
        {
            Entities = report.Sums.Entities.Where(totals => totals.Entity != EntityKind.PartnerGroup).ToDictionary(totals => EntityNames.Of(totals.Entity), DemoEntity.Of, StringComparer.Ordinal),
            DryRun = new DemoDryRun(dryRunCalls),
            Plan = new DemoPlan(plan.Hash, plan.Totals.Steps),
            Verify = new DemoVerification(verified.Differences, verified.Proved, verified.ByReceipt, verified.Explained.ToDictionary(count => count.Name, count => count.Count, StringComparer.Ordinal)),
            Rollback = new DemoRollback(rollback.Applied, rollback.Restored, rollback.Compensated, rollback.KeptByGuard, rollback.Irreversible, rollback.Failed),
            Again = new DemoSecondApply(second.Sums.Entities.Sum(totals => totals.Created), second.Sums.Entities.Sum(totals => totals.Adopted), secondVerified.Differences),
            Truth = new DemoTruth(
                truth.Duplicates.Count,
                truth.Missing.Count,
                truth.UnplannedMutations.Count,
                restored.CodesExpired,
                restored.GroupsRestored,
                restored.PartnersRestored,
                truth.Refused,
                [.. rail.Person!.Log.Where(entry => entry.Event is not (PortalEvent.Done or PortalEvent.PartnerAccepted)).Select(entry => $"{entry.Event} {entry.Subject} {entry.Detail}".TrimEnd())]),
            Rates = rates,
            ClockFactor = options.Speed,
            Seconds = Math.Round((decimal)TimeProvider.System.GetElapsedTime(begun).TotalSeconds, 1),
            Report = report.Page,
            Problems = problems,
        };
    }

    private async Task ExtractAsync(MigrationPipeline pipeline, SnapshotSide side, CancellationToken cancellationToken)
    {
        var result = await pipeline.ExtractAsync(new ExtractionRequest { Side = side, StartAnew = true }, null, cancellationToken);
        var manifest = result.Manifest ?? throw new ExtractionFailedException(result.Failure!);
        tell($"Extracted the {side}: {string.Join(", ", manifest.Entities.Select(entity => $"{entity.Records} {EntityNames.Of(entity.Entity)}"))}; {manifest.Findings} findings.");
    }

    private async Task<StoredPlan> PlanAsync(MigrationPipeline pipeline, CancellationToken cancellationToken)
    {
        var plan = await pipeline.PlanAsync(cancellationToken);
        plans.Add(plan);
        tell($"Plan {plan.Hash[..12]}: {plan.Totals.Steps} steps ({string.Join(", ", plan.Totals.Channels.Select(count => $"{count.Count} {count.Name}"))}), {plan.Totals.WriteCalls} calls.");
        foreach (var totals in plan.Totals.Entities)
        {
            tell($"  {EntityNames.Of(totals.Entity)}: {Equation.Of(totals)}");
        }

        return plan;
    }

    private async Task<RunRow> ApplyAsync(OpenMigration migration, DemoRail rail, StoredPlan plan, string what, CancellationToken cancellationToken)
    {
        var pipeline = migration.Pipeline;
        await pipeline.ApproveAsync(plan, Approval, cancellationToken);
        var stages = pipeline.Host.Definition.Execution with { WaitForPeople = true, ProgramName = rail.ProgramName };
        var run = await pipeline.ApplyAsync(plan, stages, token => rail.ReportRefusalsAsync(migration, token), new DemoProgress(what, tell), cancellationToken);
        tell($"{what}: {run.Status}{(run.Reason is null ? "" : $" ({run.Reason})")}.");
        return run;
    }

    private async Task<VerificationResult> VerifyAsync(MigrationPipeline pipeline, RunRow run, CancellationToken cancellationToken)
    {
        var result = await pipeline.VerifyAsync(run.RunId, null, cancellationToken);
        tell($"Verified: {result.Differences} differences; {result.Proved} records seen on the target as they should be, {result.ByReceipt} links by their receipts; explained: {string.Join(", ", result.Explained.Select(count => $"{count.Count} {count.Name}"))}.");
        foreach (var difference in result.Examples.Take(5))
        {
            tell($"  {difference.Kind} {difference.Step}: {difference.Message}");
        }

        Expect(result.Differences == 0, $"{result.Differences} unexplained differences after run {run.RunId}.");
        return result;
    }

    private async Task<RollbackSums> RollBackAsync(OpenMigration migration, DemoRail rail, StoredPlan plan, RunRow run, CancellationToken cancellationToken)
    {
        var pipeline = migration.Pipeline;
        var rollback = await pipeline.PlanRollbackAsync(run.RunId, cancellationToken);
        plans.Add(rollback);
        var back = await ApplyAsync(migration, rail, rollback, "Rollback", cancellationToken);
        var runs = pipeline.Host.Runs;
        var sums = await RollbackSums.CountAsync(
            plan, (step, token) => runs.FindStepAsync(run.RunId, step, token), rollback, (step, token) => runs.FindStepAsync(back.RunId, step, token), cancellationToken);
        tell($"Rolled back: {sums.Applied} applied = {sums.Restored} restored + {sums.Compensated} compensated + {sums.KeptByGuard} kept by a guard + {sums.Irreversible} irreversible + {sums.Failed} failed.");
        Expect(sums.Balanced(), "The rollback's sum does not balance.");
        Expect(sums.Failed == 0, $"{sums.Failed} steps of the rollback failed.");
        Expect(sums.Restored + sums.Compensated > 0, "The rollback took nothing back.");
        return sums;
    }

    private async Task<TruthReport> ReadTruthAsync(OpenMigration migration, DemoRail rail, StoredPlan plan, CancellationToken cancellationToken)
    {
        var log = rail.Impact.Truth.After(0);
        var state = rail.Impact.State();
        var planned = new List<PlannedCall>();
        foreach (var each in plans)
        {
            planned.AddRange(PlannedCalls.Read(await PlanLines.ReadAsync(migration, each, cancellationToken), state));
        }

        var expected = rail.World.Expected(await PlanLines.ReadAsync(migration, plan, cancellationToken));
        var truth = TruthReader.Read(log, state, expected, planned);
        tell($"The rail's own log: {truth.Duplicates.Count} duplicates, {truth.Missing.Count} missing, {truth.UnplannedMutations.Count} calls outside the approved plans, {truth.Refused.Count} partners refused.");
        foreach (var finding in truth.Duplicates.Concat(truth.Missing).Concat(truth.UnplannedMutations).Take(10))
        {
            tell($"  {finding.Kind} {finding.Key}: {finding.Detail}");
        }

        Expect(truth.IsClean, "The rail's own log does not agree with what Bridge reports.");
        return truth;
    }

    private DemoRates ReadRates(OpenMigration migration, DemoRail rail)
    {
        var allowed = (int)(rail.HourlyLimit * migration.Host.Definition.RateShare);
        var busiest = rail.Impact.Requests.PeakWithin(TimeSpan.FromHours(1), rail.Sid);
        tell($"The rail's request log: {busiest} calls in the busiest hour; {allowed} of {rail.HourlyLimit} are Bridge's share.");
        Expect(busiest <= allowed, $"{busiest} calls in one hour are more than the share of {allowed}.");
        return new DemoRates(busiest, allowed);
    }

    private void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            problems.Add(problem);
            tell("PROBLEM: " + problem);
        }
    }
}
