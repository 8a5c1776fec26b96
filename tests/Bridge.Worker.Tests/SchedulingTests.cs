using Bridge.Worker.Jobs;
using Microsoft.Data.Sqlite;
using Quartz;

namespace Bridge.Worker.Tests;

/// <summary>Which schedules the worker keeps, over restarts and changes of the folder.</summary>
public sealed class SchedulingTests : IDisposable
{
    private readonly WorkerRoot root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task The_start_names_every_migration_its_schedules_and_their_next_firing()
    {
        root.Write("north/shop", extract: "0 30 2 * * ?", zone: "Europe/Berlin");
        root.Write("south");

        await using var worker = await WorkerBench.StartAsync(root.Folder);

        worker.Lines(4004).Should().HaveCount(4);
        worker.Lines(4004)[0].Should().Contain("north/shop: Extract on '0 30 2 * * ?' (Europe/Berlin), next 2").And.MatchRegex(@"02:30:00 \+0[12]:00");
        worker.Lines(4009).Should().ContainSingle().Which.Should().Contain($"Serving 2 migrations of {root.Folder}; 0 left out.");
    }

    [Fact]
    public async Task A_broken_file_is_named_with_place_rule_and_remedy_and_the_others_are_served()
    {
        root.Write("broken", source: "form");
        root.Write("late", extract: "0 0 25 * * ?");
        root.Write("unix", observe: "*/5 * * * *");
        root.Write("whole");

        await using var worker = await WorkerBench.StartAsync(root.Folder);
        await worker.FiredAsync(Stage.TakeUp);

        var errors = worker.Errors.ToList();
        errors.Should().HaveCount(3);
        errors[0].Should().Contain("broken: Reading").And.Contain("BRG-MIG-002 bridge.yaml:3:").And.Contain("value 'form'").And.Contain("Connections: from, to.");
        errors[1].Should().Contain("late: Reading").And.Contain("BRG-MIG-009 bridge.yaml:12:").And.Contain("0 0 25 * * ?").And.Contain("Write for example");
        errors[2].Should().Contain("unix: Reading").And.Contain("BRG-MIG-009 bridge.yaml:13:").And.Contain("six fields").And.Contain("0 0/30 * * * ?");
        worker.Firings.Ended.Should().OnlyContain(firing => firing.Migration == "whole");
        worker.Lines(4009).Single().Should().Contain("Serving 1 migrations").And.Contain("3 left out");
    }

    [Fact]
    public async Task A_removed_folder_loses_its_jobs_at_the_next_start()
    {
        root.Write("stays");
        root.Write("goes");
        await using (var first = await WorkerBench.StartAsync(root.Folder))
        {
            await first.FiredAsync(Stage.TakeUp, 2);
        }

        Directory.Delete(root.PathOf("goes"), recursive: true);
        await using var second = await WorkerBench.StartAsync(root.Folder);

        (await second.Scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup())).Select(key => key.Name).Should().Equal("stays");
        (await second.TriggerAsync("goes", Stage.Extract)).Should().BeNull();
        second.Lines(4008).Should().ContainSingle().Which.Should().Contain("goes: there is no bridge.yaml any more");
    }

    [Fact]
    public async Task A_folder_removed_under_a_working_worker_loses_its_jobs_when_they_are_due()
    {
        root.Write("stays");
        root.Write("goes");
        await using var worker = await WorkerBench.StartAsync(root.Folder);
        await worker.FiredAsync(Stage.TakeUp, 2);
        Directory.Delete(root.PathOf("goes"), recursive: true);

        await worker.Scheduler.TriggerJob(new JobKey("goes", MigrationJob.Group), new JobDataMap { [MigrationJob.StageKey] = nameof(Stage.Observe) });
        await worker.LoggedAsync(4008);

        (await worker.Scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup())).Select(key => key.Name).Should().Equal("stays");
        Directory.Exists(root.PathOf("goes")).Should().BeFalse();
    }

    [Fact]
    public async Task A_changed_schedule_is_taken_over_at_the_next_start_and_one_that_is_gone_is_forgotten()
    {
        root.Write("shop", extract: "0 0 2 * * ?", observe: "0 0/30 * * * ?");
        await using (var first = await WorkerBench.StartAsync(root.Folder))
        {
            await first.FiredAsync(Stage.TakeUp);
        }

        var file = Path.Combine(root.PathOf("shop"), "bridge.yaml");
        File.WriteAllText(file, File.ReadAllText(file).Replace("0 0 2 * * ?", "0 15 4 * * ?", StringComparison.Ordinal).Replace("  observe: \"0 0/30 * * * ?\"\n", "", StringComparison.Ordinal));
        await using var second = await WorkerBench.StartAsync(root.Folder);

        var extract = (ICronTrigger)(await second.TriggerAsync("shop", Stage.Extract))!;
        extract.CronExpressionString.Should().Be("0 15 4 * * ?");
        extract.NextFireTimeUtc!.Value.TimeOfDay.Should().Be(new TimeSpan(4, 15, 0));
        (await second.TriggerAsync("shop", Stage.Observe)).Should().BeNull();
    }

    [Fact]
    public async Task A_firing_that_was_missed_while_no_worker_ran_is_made_up_for_once()
    {
        root.Write("shop");
        await using (var first = await WorkerBench.StartAsync(root.Folder))
        {
            await first.FiredAsync(Stage.TakeUp);
        }

        // As if the worker had been away for three years: three firings were missed.
        SetNextFiring(Stage.Extract, TimeProvider.System.GetUtcNow().AddYears(-3));
        await using var second = await WorkerBench.StartAsync(root.Folder);
        await second.FiredAsync(Stage.Extract);
        await Lab.Eventually.HoldsAsync(() => second.Firings.UnderWay == 0, () => second.Log.Everything);

        second.Lines(4005).Should().ContainSingle().Which.Should().Contain("shop: Extract").And.Contain("while no worker ran: once, now");
        (await second.TriggerAsync("shop", Stage.Extract))!.NextFireTimeUtc.Should().BeAfter(TimeProvider.System.GetUtcNow());
        second.Firings.Count(Stage.Extract).Should().Be(1);
        second.Firings.Count(Stage.Observe).Should().Be(0);
    }

    [Fact]
    public async Task A_folder_without_any_migration_is_refused()
    {
        var start = () => WorkerBench.StartAsync(root.Folder);

        (await start.Should().ThrowAsync<WorkerStartException>()).WithMessage($"There is no bridge.yaml in {root.Folder}*bridge init*");
    }

    private void SetNextFiring(Stage stage, DateTimeOffset at)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(root.Folder, ".bridge-worker", "quartz.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = $at WHERE TRIGGER_NAME = $stage";
        command.Parameters.AddWithValue("$at", at.UtcTicks);
        command.Parameters.AddWithValue("$stage", stage.ToString());
        command.ExecuteNonQuery().Should().Be(1);
    }
}
