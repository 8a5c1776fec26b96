using Bridge.Storage.Sqlite;
using Bridge.Worker.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Bridge.Worker;

/// <summary>Composes the worker: Quartz with a persistent store in SQLite, one job type for each thing that a migration does by itself.</summary>
public static class WorkerHost
{
    /// <summary>Builds the host.</summary>
    /// <param name="root">Folder of the migrations; the schedule rests in its <c>.bridge-worker</c>.</param>
    /// <param name="args">Command-line arguments for the host's own configuration.</param>
    public static IHost Build(string root, string[] args)
    {
        SqliteLibrary.Load();
        var folders = new MigrationFolders(root);
        var home = Path.Combine(folders.Root, ".bridge-worker");
        Directory.CreateDirectory(home);
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddSingleton(folders);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<MigrationWork>();
        builder.Services.AddTransient<ExtractAndPlanJob>();
        builder.Services.AddTransient<ContinueRunsJob>();
        builder.Services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
        {
            store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
            store.UseSqlite(SqliteFactory.Instance, $"Data Source={Path.Combine(home, "quartz.db")}");
            store.UseSystemTextJsonSerializer();
            store.ProvisionSchema();
        }));

        // The schedule is set before the scheduler starts, so that a recovered job finds its migration.
        builder.Services.AddHostedService<ScheduleOnStart>();
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return builder.Build();
    }
}
