using Bridge.Engine.Execution;
using Bridge.Lab;
using Bridge.Simulation.Hosting.Faults;

namespace Bridge.Worker.Tests;

/// <summary>The worker as a process that is killed or asked to stop in the midst of a run.</summary>
public sealed class RestartTests
{
    private static readonly LabOptions Options = new()
    {
        Publishers = 30,
        Speed = 1200,
        Execution = ["concurrency: 1", "reissueAfter: 12h"],
        Schedule = ["observe: \"* * * * * ?\""],
    };

    [Fact]
    public async Task A_worker_that_is_killed_in_the_midst_of_a_run_is_followed_by_one_that_completes_it_without_duplicates()
    {
        await using var lab = await LabMigration.CreateAsync(Options);
        var (runId, plan) = await lab.ApplyUntilStoppedAsync(resumesByItself: true);
        await using var people = lab.PeopleAtWork();
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.Slow, Kind = "code.create", Delay = TimeSpan.FromHours(8) });
        await using var first = WorkerProcess.Start(lab);
        await first.UntilAsync(() => Codes(lab) == 1, "the first code was made");
        await first.KillAsync();
        var cutOff = await StepsAsync(lab, runId);

        await using var second = WorkerProcess.Start(lab);
        await second.UntilAsync(async () => await StatusAsync(lab, runId) == RunStatus.Completed, "the run was completed");
        await second.TerminateAsync();

        cutOff[StepState.Intended].Should().Be(1, "the kill came between intent and outcome");
        second.ExitCode.Should().Be(0, second.Told);
        second.Told.Should().Contain($"run {runId} is Completed");
        (await StepsAsync(lab, runId)).Keys.Should().NotContain([StepState.Intended, StepState.Unknown, StepState.NeedsHuman]);
        var truth = await lab.TruthAsync(plan);
        truth.Duplicates.Should().BeEmpty();
        truth.Missing.Should().BeEmpty();
        truth.UnplannedMutations.Should().BeEmpty();
        ScheduledWorkTests.SaysNothingPrivate(first.Told + second.Told, lab);
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_stop_finishes_the_call_in_flight_and_the_next_one_goes_on()
    {
        await using var lab = await LabMigration.CreateAsync(Options);
        var (runId, plan) = await lab.ApplyUntilStoppedAsync(resumesByItself: true);
        await using var people = lab.PeopleAtWork();
        lab.Impact.Faults.Add(new FaultRule { Action = FaultAction.Slow, Kind = "code.create", Delay = TimeSpan.FromMinutes(40) });
        await using var first = WorkerProcess.Start(lab);
        await first.UntilAsync(() => Codes(lab) == 1, "the first code was made");

        var took = await first.TerminateAsync();

        first.ExitCode.Should().Be(0, first.Told);
        took.Should().BeLessThan(TimeSpan.FromSeconds(30));
        first.Told.Should().Contain("Stopping at the next safe point").And.Contain($"run {runId} is Running (Interrupted)");
        (await StepsAsync(lab, runId)).Keys.Should().NotContain([StepState.Intended, StepState.Unknown]);
        ScheduledWorkTests.HalfWritten(lab).Should().BeEmpty();
        var sent = lab.Changes;
        await using (var migration = await lab.OpenAsync())
        {
            var epoch = await migration.Host.Runs.TakeOwnershipAsync("nobody else owns it", CancellationToken.None);
            await migration.Host.Runs.ReleaseOwnershipAsync(epoch, CancellationToken.None);
        }

        await using var second = WorkerProcess.Start(lab);
        await second.UntilAsync(async () => await StatusAsync(lab, runId) == RunStatus.Completed, "the run was completed");
        await second.TerminateAsync();

        second.ExitCode.Should().Be(0, second.Told);
        lab.Changes.Should().BeGreaterThan(sent);
        var truth = await lab.TruthAsync(plan);
        truth.Duplicates.Should().BeEmpty();
        truth.Missing.Should().BeEmpty();
    }

    [Fact]
    public async Task A_second_worker_for_the_same_folder_is_refused()
    {
        using var root = new WorkerRoot();
        root.Write("shop");
        await using var first = WorkerProcess.Start(new Dictionary<string, string>(), root.Folder);
        await first.UntilAsync(() => first.Told.Contains("Serving 1 migrations", StringComparison.Ordinal), "it served");

        await using var second = WorkerProcess.Start(new Dictionary<string, string> { ["BRIDGE_MIGRATIONS"] = root.Folder });

        (await second.EndAsync()).Should().Be(1);
        second.Told.Should().Contain("worker.lock").And.Contain("one worker per folder");
        await first.TerminateAsync();
        first.ExitCode.Should().Be(0, first.Told);
    }

    private static int Codes(LabMigration lab) => lab.Impact.Truth.After(0).Count(line => line.Contains("\"code.create\"", StringComparison.Ordinal));

    private static async Task<RunStatus> StatusAsync(LabMigration lab, string runId)
    {
        await using var migration = await lab.OpenAsync();
        return (await migration.Host.Runs.FindRunAsync(runId, CancellationToken.None))!.Status;
    }

    private static async Task<IReadOnlyDictionary<StepState, long>> StepsAsync(LabMigration lab, string runId)
    {
        await using var migration = await lab.OpenAsync();
        return await migration.Host.Runs.CountStepsAsync(runId, CancellationToken.None);
    }
}
