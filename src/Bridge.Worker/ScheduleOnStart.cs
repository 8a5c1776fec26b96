using Bridge.Engine.Migrations;
using Bridge.Worker.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bridge.Worker;

/// <summary>
/// Brings the persistent schedule in line with the migrations' files when the worker starts, and takes up at once whatever
/// an earlier worker left unfinished. A migration with problems is named and left out; the others are served.
/// </summary>
/// <param name="folders">Migrations.</param>
/// <param name="work">The work.</param>
/// <param name="schedulers">Quartz.</param>
/// <param name="time">Clock.</param>
/// <param name="logger">Log.</param>
public sealed class ScheduleOnStart(MigrationFolders folders, MigrationWork work, ISchedulerFactory schedulers, TimeProvider time, ILogger<ScheduleOnStart> logger) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        foreach (var folder in folders.All())
        {
            try
            {
                await ScheduleAsync(scheduler, folder, await work.ReadScheduleAsync(folder, cancellationToken), cancellationToken);
            }
            catch (MigrationInvalidException problem)
            {
                Log.JobFailed(logger, nameof(ScheduleOnStart), folder, problem.Message);
            }
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task ScheduleAsync(IScheduler scheduler, string folder, ScheduleDefinition? schedule, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(schedule?.TimeZone ?? "UTC");
        await SetAsync<ExtractAndPlanJob>(scheduler, folder, "extract", schedule?.Extract, zone, cancellationToken);
        await SetAsync<ContinueRunsJob>(scheduler, folder, "observe", schedule?.Observe, zone, cancellationToken);
        await scheduler.TriggerJob(KeyOf(folder, "observe"), [], cancellationToken);
    }

    private async Task SetAsync<TJob>(IScheduler scheduler, string folder, string what, string? cron, TimeZoneInfo zone, CancellationToken cancellationToken)
        where TJob : class, IJob
    {
        var key = KeyOf(folder, what);
        var job = JobBuilder.Create<TJob>().WithIdentity(key).StoreDurably().RequestRecovery().UsingJobData(ExtractAndPlanJob.Folder, folder).Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
        var trigger = new TriggerKey(key.Name, key.Group);
        await scheduler.UnscheduleJob(trigger, cancellationToken);
        if (cron is null)
        {
            return;
        }

        await scheduler.ScheduleJob(
            TriggerBuilder.Create(time).WithIdentity(trigger).ForJob(key).WithCronSchedule(cron, schedule => schedule.InTimeZone(zone)).Build(),
            cancellationToken: cancellationToken);
        Log.Scheduled(logger, folder, what, cron);
    }

    private JobKey KeyOf(string folder, string what) => new(what, Path.GetRelativePath(folders.Root, folder));
}
