using Bridge.Hosting;
using Bridge.Lab;
using Bridge.Testing;
using Bridge.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Bridge.Worker.Tests;

/// <summary>The worker's real host in this process, with its log and its firings.</summary>
internal sealed class WorkerBench : IAsyncDisposable
{
    private readonly IHost host;
    private bool stopped;

    private WorkerBench(IHost host, IScheduler scheduler, RecordingLogger log, FiringLog firings)
    {
        this.host = host;
        Scheduler = scheduler;
        UnderWay = host.Services.GetRequiredService<JobsUnderWay>();
        Log = log;
        Firings = firings;
    }

    public IScheduler Scheduler { get; }

    public JobsUnderWay UnderWay { get; }

    public RecordingLogger Log { get; }

    public FiringLog Firings { get; }

    /// <summary>What went wrong by the worker's own account.</summary>
    public IEnumerable<string> Errors => Log.Lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Text);

    /// <summary>Starts a worker.</summary>
    /// <param name="root">Folder of the migrations.</param>
    /// <param name="surroundings">Surroundings of the migrations; null for empty ones.</param>
    /// <param name="stopsWithin">How long a stop waits.</param>
    public static async Task<WorkerBench> StartAsync(string root, HostSettings? surroundings = null, int stopsWithin = 25)
    {
        var log = new RecordingLogger();
        var firings = new FiringLog();
        var settings = new WorkerSettings { Root = root, StopsWithin = TimeSpan.FromSeconds(stopsWithin), Surroundings = surroundings ?? new HostSettings { Environment = _ => null, Operator = "the worker of a test" } };
        var host = WorkerHost.Build(settings, logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        scheduler.ListenerManager.AddJobListener(firings, [GroupMatcher<JobKey>.AnyGroup()]);
        await host.StartAsync();
        return new WorkerBench(host, scheduler, log, firings);
    }

    /// <summary>Waits for executions of a stage.</summary>
    public Task FiredAsync(Stage stage, int times = 1) =>
        Eventually.HoldsAsync(() => Firings.Count(stage) >= times, () => $"{stage} ended {Firings.Count(stage)} times of {times}.\n{Log.Everything}");

    /// <summary>Waits for a line of the log.</summary>
    public Task LoggedAsync(int eventId) =>
        Eventually.HoldsAsync(() => Log.Lines.Any(line => line.EventId == eventId), () => $"no line {eventId}.\n{Log.Everything}");

    /// <summary>Lines of the log with a number.</summary>
    public IReadOnlyList<string> Lines(int eventId) => [.. Log.Lines.Where(line => line.EventId == eventId).Select(line => line.Text)];

    /// <summary>When a stage fires next; null when it has no trigger.</summary>
    public async Task<ITrigger?> TriggerAsync(string migration, Stage stage) => await Scheduler.GetTrigger(new TriggerKey(stage.ToString(), migration));

    public async Task StopAsync()
    {
        if (!stopped)
        {
            stopped = true;
            await host.StopAsync();
            host.Dispose();
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
