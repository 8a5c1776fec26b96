using Bridge.Engine.Migrations;
using Bridge.Hosting;
using Bridge.Worker.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bridge.Worker.Schedules;

/// <summary>
/// Brings the persistent schedule in line with the migrations' files when the worker starts, and takes up at once whatever
/// runs an earlier process left unfinished. A migration with problems is named and left out; the others are served.
/// </summary>
/// <param name="settings">Settings.</param>
/// <param name="folders">Migrations.</param>
/// <param name="schedulers">Quartz.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Log.</param>
internal sealed class ScheduleOnStart(WorkerSettings settings, MigrationFolders folders, ISchedulerFactory schedulers, TimeProvider time, ILogger<ScheduleOnStart> logger) : IHostedService
{
    private const int BeforeOthers = 10;

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var names = folders.All();
        if (names.Count == 0)
        {
            throw new WorkerStartException($"There is no {MigrationReader.FileName} in {settings.Root}, in its folders or in their folders. 'bridge init rakuten impact' makes a migration.");
        }

        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var served = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            try
            {
                var definition = await OpenMigration.ReadDefinitionAsync(folders.PathOf(name), cancellationToken);
                CronCheck.Check(definition.Schedule, name, time.GetUtcNow());
                await SetAsync(scheduler, name, definition.Schedule, cancellationToken);
                served.Add(name);
            }
            catch (Exception error) when (error is MigrationInvalidException or IOException or UnauthorizedAccessException)
            {
                Problems.Tell(logger, name, "Reading", error);
                Log.LeftOut(logger, name);
            }
        }

        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(MigrationJob.Group), cancellationToken))
        {
            if (!served.Contains(key.Name))
            {
                await scheduler.DeleteJob(key, cancellationToken);
                if (!names.Contains(key.Name))
                {
                    Log.Gone(logger, key.Name);
                }
            }
        }

        Log.Serving(logger, served.Count, settings.Root, names.Count - served.Count);
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Log.Stopping(logger, settings.StopsWithin.TotalSeconds);
        return Task.CompletedTask;
    }

    private async Task SetAsync(IScheduler scheduler, string name, ScheduleDefinition? schedule, CancellationToken cancellationToken)
    {
        var key = new JobKey(name, MigrationJob.Group);
        var job = JobBuilder.Create<MigrationJob>().WithIdentity(key).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        await SetAsync(scheduler, key, Stage.Extract, schedule?.Extract, schedule?.TimeZone, cancellationToken);
        await SetAsync(scheduler, key, Stage.Observe, schedule?.Observe, schedule?.TimeZone, cancellationToken);

        var first = new TriggerKey(nameof(Stage.TakeUp), name);
        await scheduler.UnscheduleJob(first, cancellationToken);
        await scheduler.ScheduleJob(
            TriggerBuilder.Create(time).WithIdentity(first).ForJob(key).UsingJobData(MigrationJob.StageKey, nameof(Stage.TakeUp)).WithPriority(BeforeOthers).StartNow().Build(),
            cancellationToken: cancellationToken);
    }

    /// <summary>Sets one trigger. One that says the same as the file stays, so that a firing which was missed is not forgotten.</summary>
    private async Task SetAsync(IScheduler scheduler, JobKey job, Stage stage, string? cron, string? timeZone, CancellationToken cancellationToken)
    {
        var key = new TriggerKey(stage.ToString(), job.Name);
        var found = await scheduler.GetTrigger(key, cancellationToken);
        if (cron is null)
        {
            await scheduler.UnscheduleJob(key, cancellationToken);
            Log.Unscheduled(logger, job.Name, stage);
            return;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone!);
        var wanted = TriggerBuilder.Create(time).WithIdentity(key).ForJob(job).UsingJobData(MigrationJob.StageKey, stage.ToString())
            .WithCronSchedule(cron, schedule => schedule.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
        if (found is ICronTrigger kept && kept.CronExpressionString == ((ICronTrigger)wanted).CronExpressionString && kept.TimeZone.Id == zone.Id)
        {
            TellNext(job.Name, stage, cron, zone, kept.NextFireTimeUtc);
            return;
        }

        await scheduler.UnscheduleJob(key, cancellationToken);
        TellNext(job.Name, stage, cron, zone, await scheduler.ScheduleJob(wanted, cancellationToken: cancellationToken));
    }

    private void TellNext(string name, Stage stage, string cron, TimeZoneInfo zone, DateTimeOffset? next)
    {
        if (next is { } missed && missed <= time.GetUtcNow())
        {
            Log.Missed(logger, name, stage, cron, zone.Id, TimeZoneInfo.ConvertTime(missed, zone));
        }
        else
        {
            Log.Scheduled(logger, name, stage, cron, zone.Id, next is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null);
        }
    }
}
