using Bridge.Engine.Execution;
using Bridge.Hosting.Reports;
using Bridge.Lab;
using Bridge.Simulation.Hosting.Faults;
using Bridge.Worker.Jobs;

namespace Bridge.Worker.Tests;

/// <summary>What the worker does by itself, in its real host, against a simulated rail.</summary>
public sealed class ScheduledWorkTests
{
    private const string EverySecond = "* * * * * ?";
    private static readonly IReadOnlyList<string> Both = [$"extract: \"{EverySecond}\"", $"observe: \"{EverySecond}\""];

    [Fact]
    public async Task A_schedule_extracts_and_plans_with_nobody_there_sends_nothing_and_never_overlaps_itself()
    {
        await using var lab = await LabMigration.CreateAsync(new LabOptions { Publishers = 12, Speed = 1200, Schedule = Both });
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.Slow, Verb = "GET", Times = 3, Delay = TimeSpan.FromMinutes(20) });

        await using (var worker = await WorkerBench.StartAsync(lab.Folder, lab.Surroundings))
        {
            await worker.FiredAsync(Stage.Extract, 2);
            await worker.FiredAsync(Stage.Observe, 2);
            await worker.StopAsync();

            worker.Errors.Should().BeEmpty();
            worker.Lines(4012).Should().BeEmpty("no firing found the migration taken by another");
            worker.Lines(4001).Should().HaveCountGreaterThanOrEqualTo(2).And.OnlyContain(line => line.Contains("waits for approval", StringComparison.Ordinal));
            worker.Lines(4001).Distinct().Should().ContainSingle("the same rails give the same plan");
            var page = Directory.EnumerateFiles(Path.Combine(lab.Folder, "reports"), "dry-run.html", SearchOption.AllDirectories).Should().ContainSingle().Which;
            worker.Lines(4001)[0].Should().Contain(Path.GetFileName(Path.GetDirectoryName(page)!));
            LatestPlan.Read(lab.Folder).Should().StartWith(Path.GetFileName(Path.GetDirectoryName(page)!));
            worker.Lines(4017).Should().Contain(line => line.Contains("partners: 12 ", StringComparison.Ordinal) && line.Contains('='));
            Overlaps(worker.Firings.Ended).Should().BeEmpty();
            SaysNothingPrivate(worker.Log.Everything, lab);
        }

        await using var migration = await lab.OpenAsync();
        (await migration.Host.Runs.ReadRunsAsync(CancellationToken.None).ToListAsync()).Should().BeEmpty("nobody approved the plan, so nothing applied it");
        lab.Changes.Should().Be(0);
        Directory.Exists(Path.Combine(lab.Folder, "outbox")).Should().BeFalse("no task was handed out");
    }

    [Fact]
    public async Task A_run_that_waits_for_people_is_taken_up_when_they_have_worked()
    {
        await using var lab = await LabMigration.CreateAsync(new LabOptions { Publishers = 12, Speed = 1200, Schedule = [$"observe: \"{EverySecond}\""] });
        var (runId, plan) = await lab.ApplyUntilPeopleAreNextAsync();
        var before = lab.Changes;
        await using var people = lab.PeopleAtWork();

        await using (var worker = await WorkerBench.StartAsync(lab.Folder, lab.Surroundings))
        {
            await Eventually.HoldsAsync(() => worker.Lines(4002).Any(line => line.Contains("is Completed", StringComparison.Ordinal)), () => worker.Log.Everything);
            await worker.FiredAsync(Stage.Observe, worker.Firings.Count(Stage.Observe) + 1);
            await worker.StopAsync();

            worker.Lines(4002).Should().OnlyContain(line => line.Contains(runId, StringComparison.Ordinal));
            worker.Lines(4002)[^1].Should().Contain("is Completed", "a completed run is left alone");
            worker.Lines(4017).Should().Contain(line => line.Contains("partners: 12 ", StringComparison.Ordinal));
            worker.Errors.Should().BeEmpty();
            SaysNothingPrivate(worker.Log.Everything, lab);
        }

        File.Exists(Path.Combine(lab.Folder, "reports", runId, "report.html")).Should().BeTrue();
        lab.Changes.Should().BeGreaterThan(before, "what the people made possible was sent");
        var truth = await lab.TruthAsync(plan);
        truth.Duplicates.Should().BeEmpty();
        truth.Missing.Should().BeEmpty();
        truth.UnplannedMutations.Should().BeEmpty();
    }

    [Fact]
    public async Task A_firing_that_finds_somebody_else_at_work_waits_for_the_next_one()
    {
        await using var lab = await LabMigration.CreateAsync(new LabOptions { Publishers = 8, Schedule = [$"extract: \"{EverySecond}\""] });
        await using var migration = await lab.OpenAsync();
        var epoch = await migration.Host.Runs.TakeOwnershipAsync("Maria at the command line", CancellationToken.None);

        await using var worker = await WorkerBench.StartAsync(lab.Folder, lab.Surroundings);
        await worker.LoggedAsync(4012);
        await migration.Host.Runs.ReleaseOwnershipAsync(epoch, CancellationToken.None);
        await worker.LoggedAsync(4001);

        worker.Lines(4012)[0].Should().Contain("Maria at the command line");
        worker.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_that_a_person_stopped_stays_stopped()
    {
        await using var lab = await LabMigration.CreateAsync(new LabOptions { Publishers = 12, Speed = 1200, Schedule = [$"observe: \"{EverySecond}\""] });
        var (runId, _) = await lab.ApplyUntilStoppedAsync(resumesByItself: false);
        var changes = lab.Changes;

        await using (var worker = await WorkerBench.StartAsync(lab.Folder, lab.Surroundings))
        {
            await worker.FiredAsync(Stage.Observe, 2);
        }

        await using var migration = await lab.OpenAsync();
        (await migration.Host.Runs.FindRunAsync(runId, CancellationToken.None))!.Status.Should().Be(RunStatus.Stopped);
        lab.Changes.Should().Be(changes);
    }

    [Fact]
    public async Task A_rail_that_does_not_answer_for_a_while_does_not_stop_the_run()
    {
        await using var lab = await LabMigration.CreateAsync(new LabOptions { Publishers = 12, Speed = 1200, Schedule = [$"observe: \"{EverySecond}\""] });
        var (runId, _) = await lab.ApplyUntilPeopleAreNextAsync();
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.RefuseBeforeProcessing, Kind = "partner.list", Times = null });
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.RefuseBeforeProcessing, Kind = "contract.list", Times = null });
        await using var people = lab.PeopleAtWork();

        await using var worker = await WorkerBench.StartAsync(lab.Folder, lab.Surroundings);
        await Eventually.HoldsAsync(() => worker.Lines(4002).Any(line => line.Contains("TargetCannotBeRead", StringComparison.Ordinal)), () => worker.Log.Everything);
        lab.Impact.Faults.Clear();
        await Eventually.HoldsAsync(() => worker.Lines(4002).Any(line => line.Contains("is Completed", StringComparison.Ordinal)), () => worker.Log.Everything);

        worker.Lines(4002).Should().Contain(line => line.Contains($"run {runId} is Running (TargetCannotBeRead: ", StringComparison.Ordinal));
        worker.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task An_extraction_that_a_stop_interrupts_is_gone_on_with_at_the_next_start()
    {
        await using var lab = await LabMigration.CreateAsync(new LabOptions { Publishers = 12, Speed = 1200, Schedule = [$"extract: \"{EverySecond}\""] });
        var slow = new FaultRule { Action = FaultAction.Slow, Verb = "GET", Ordinal = 2, Times = null, Delay = TimeSpan.FromHours(2) };
        lab.Impact.Faults.Add(slow);
        await using (var first = await WorkerBench.StartAsync(lab.Folder, lab.Surroundings))
        {
            await Eventually.HoldsAsync(() => lab.Impact.Requests.Count >= 2, () => first.Log.Everything);
            await first.StopAsync();

            first.Lines(4011).Should().ContainSingle().Which.Should().Contain("Extract was interrupted");
            first.Lines(4001).Should().BeEmpty();
            HalfWritten(lab).Should().BeEmpty();
        }

        lab.Impact.Faults.Clear();
        lab.Rewrite(EverySecond, WorkerRoot.Never);
        await using var second = await WorkerBench.StartAsync(lab.Folder, lab.Surroundings);
        await second.LoggedAsync(4001);

        await Eventually.HoldsAsync(() => second.Firings.Count(Stage.Extract) == 1, () => second.Log.Everything);
        second.Firings.Ended.Single(firing => firing.Stage == Stage.Extract).Recovering.Should().BeTrue("the schedule alone would not have fired for months");
        second.Errors.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stop_that_a_slow_rail_holds_up_ends_in_time_and_knows_that_a_job_was_left()
    {
        await using var lab = await LabMigration.CreateAsync(new LabOptions { Publishers = 12, Speed = 1200, Schedule = [$"observe: \"{EverySecond}\""] });
        await lab.ApplyUntilStoppedAsync(resumesByItself: true);
        var sent = lab.Changes;
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.Slow, Verb = "PUT", Delay = TimeSpan.FromHours(1) });
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.Slow, Verb = "POST", Delay = TimeSpan.FromHours(1) });
        await using var worker = await WorkerBench.StartAsync(lab.Folder, lab.Surroundings, stopsWithin: 1);
        await Eventually.HoldsAsync(() => lab.Changes > sent, () => worker.Log.Everything);

        var stop = Record.ExceptionAsync(worker.StopAsync);
        await stop.WaitAsync(TimeSpan.FromSeconds(10));

        (await stop)?.Should().BeAssignableTo<OperationCanceledException>();
        worker.UnderWay.Count.Should().Be(1);
        await Eventually.HoldsAsync(() => worker.UnderWay.Count == 0, () => worker.Log.Everything);
    }

    /// <summary>Files that a process leaves when it ends in the midst of writing.</summary>
    internal static IEnumerable<string> HalfWritten(LabMigration lab) => Directory.EnumerateFiles(lab.Folder, "*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".part", StringComparison.Ordinal) || path.EndsWith(".tmp", StringComparison.Ordinal) || path.Contains("/~temp/", StringComparison.Ordinal));

    /// <summary>A log holds no personal value of the pack and no secret.</summary>
    internal static void SaysNothingPrivate(string log, LabMigration lab)
    {
        log.Should().NotContain(lab.Token);
        var values = lab.Pack.Truth.PersonalValues.Select(value => value.Value).Where(value => value.Length > 5).Distinct().ToList();
        values.Should().HaveCountGreaterThan(10);
        values.Where(value => log.Contains(value, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    private static IEnumerable<string> Overlaps(IReadOnlyList<Firing> firings) =>
        from one in firings
        from other in firings
        where !ReferenceEquals(one, other) && one.Migration == other.Migration && one.Begun < other.Ended && other.Begun < one.Ended
        select $"{one} and {other}";
}
