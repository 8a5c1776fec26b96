using Microsoft.Extensions.Logging;
using Quartz;

namespace Bridge.Worker.Jobs;

/// <summary>Reads both sides and plans; wakes the work and returns. Overlapping triggers of one migration wait for each other.</summary>
/// <param name="work">The work.</param>
/// <param name="logger">Log.</param>
[DisallowConcurrentExecution]
public sealed class ExtractAndPlanJob(MigrationWork work, ILogger<ExtractAndPlanJob> logger) : IJob
{
    /// <summary>Key of the migration folder in the job's data.</summary>
    public const string Folder = "folder";

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var folder = (string)context.MergedJobDataMap[Folder]!;
        try
        {
            await work.ExtractAndPlanAsync(folder, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The edge: one migration's trouble must not end the worker that serves the others.
            Log.JobFailed(logger, nameof(ExtractAndPlanJob), folder, error.Message);
        }
    }
}
