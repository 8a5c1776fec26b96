using Bridge.Hosting;

namespace Bridge.Worker;

/// <summary>What a worker is told.</summary>
public sealed record WorkerSettings
{
    /// <summary>Jobs at once when nothing is said: a job that waits for a rail holds no thread, but it may hold a page of its records.</summary>
    public const int StandardJobs = 64;

    /// <summary>Folder of the migrations, absolute.</summary>
    public required string Root { get; init; }

    /// <summary>Migrations that may work at once; one migration never has more than one job.</summary>
    public int Jobs { get; init; } = StandardJobs;

    /// <summary>How long a stop waits for the safe point; what has not come to it then is looked up at the next start.</summary>
    public TimeSpan StopsWithin { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Surroundings of each migration; tests bring their own.</summary>
    public HostSettings Surroundings { get; init; } = new() { Operator = $"bridge worker on {Environment.MachineName} ({Environment.ProcessId})" };

    /// <summary>Where the worker keeps what is its own: the schedule, and the lock that keeps a second worker out.</summary>
    public string Home => Path.Combine(Root, ".bridge-worker");

    /// <summary>The schedule: which job is due when. It can be deleted while no worker runs: <c>bridge.yaml</c> has it all.</summary>
    public string ScheduleFile => Path.Combine(Home, "quartz.db");
}
