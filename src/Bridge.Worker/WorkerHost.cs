using Bridge.Storage.Sqlite;
using Bridge.Worker.Jobs;
using Bridge.Worker.Schedules;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bridge.Worker;

/// <summary>Composes the worker: Quartz with a persistent store in SQLite, and one job for each migration.</summary>
public static class WorkerHost
{
    // A firing that is later than this was missed: it is made up for once, however many there were. Up to this, a schedule of
    // seconds catches up firing by firing.
    private static readonly TimeSpan MissedAfter = TimeSpan.FromSeconds(10);

    /// <summary>Builds the host.</summary>
    /// <param name="settings">Settings.</param>
    /// <param name="logging">Where the log goes.</param>
    public static IHost Build(WorkerSettings settings, Action<ILoggingBuilder> logging)
    {
        SqliteLibrary.Load();
        Directory.CreateDirectory(settings.Home);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = settings.StopsWithin);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        logging(builder.Logging);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new MigrationFolders(settings.Root));
        builder.Services.AddSingleton<MigrationWork>();
        builder.Services.AddSingleton<JobsUnderWay>();
        builder.Services.AddTransient<MigrationJob>();
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always);
            quartz.UseDefaultThreadPool(settings.Jobs);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options =>
                {
                    options.StoreJobDataAsStrings = true;
                    options.MisfireThreshold = MissedAfter;
                    options.RecoverFiringsCancelledByShutdown = true;
                });
                store.UseSqlite(SqliteFactory.Instance, $"Data Source={settings.ScheduleFile}");
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            });
        });

        // The schedule is set before the scheduler starts, so that a recovered job finds its migration.
        builder.Services.AddHostedService<ScheduleOnStart>();
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return builder.Build();
    }
}
