using System.Collections.Concurrent;
using System.Diagnostics;
using Bridge.Worker.Jobs;
using Quartz;

namespace Bridge.Worker.Tests;

/// <summary>Hears from the scheduler which jobs began and ended.</summary>
internal sealed class FiringLog : IJobListener
{
    private readonly ConcurrentDictionary<string, long> begun = new();
    private readonly ConcurrentQueue<Firing> ended = new();

    public string Name => "firings";

    /// <summary>Executions that ended, in order.</summary>
    public IReadOnlyList<Firing> Ended => [.. ended];

    /// <summary>Executions under way.</summary>
    public int UnderWay => begun.Count;

    public int Count(Stage stage) => ended.Count(firing => firing.Stage == stage);

    public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        begun[context.FireInstanceId] = Stopwatch.GetTimestamp();
        return ValueTask.CompletedTask;
    }

    public ValueTask JobExecutionVetoed(IJobExecutionContext context, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken)
    {
        begun.TryRemove(context.FireInstanceId, out var at);
        var stage = Enum.Parse<Stage>((string)context.MergedJobDataMap[MigrationJob.StageKey]!);
        ended.Enqueue(new Firing(context.JobDetail.Key.Name, stage, context.Recovering, at, Stopwatch.GetTimestamp()));
        return ValueTask.CompletedTask;
    }
}
