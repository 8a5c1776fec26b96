using Microsoft.Extensions.Logging;
using Quartz;

namespace Bridge.Worker.Jobs;

/// <summary>
/// The one job of a migration; its triggers say which stage is due. Because it is one job, no two stages of a migration ever
/// overlap: a firing that comes due meanwhile waits. Its key names the migration.
/// </summary>
/// <param name="work">The work.</param>
/// <param name="folders">The migrations.</param>
/// <param name="underWay">Counts the jobs at work.</param>
/// <param name="logger">Log.</param>
[DisallowConcurrentExecution]
internal sealed class MigrationJob(MigrationWork work, MigrationFolders folders, JobsUnderWay underWay, ILogger<MigrationJob> logger) : IJob
{
    /// <summary>Group of the jobs.</summary>
    public const string Group = "migrations";

    /// <summary>Key of the stage in a trigger's data.</summary>
    public const string StageKey = "stage";

    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        if (!folders.Has(name))
        {
            await context.Scheduler.DeleteJob(context.JobDetail.Key, CancellationToken.None);
            Log.Gone(logger, name);
            return;
        }

        var stage = Enum.Parse<Stage>((string)context.MergedJobDataMap[StageKey]!);
        underWay.Begin();
        try
        {
            await (stage == Stage.Extract ? work.ExtractAndPlanAsync(name, cancellationToken) : work.ContinueRunsAsync(name, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Thrown on, so that the scheduler fires it again at the next start: an extraction goes on where it was left.
            Log.Interrupted(logger, name, stage);
            throw;
        }
        catch (Exception error)
        {
            // The edge: one migration's trouble must not end the worker that serves the others.
            Problems.Tell(logger, name, stage.ToString(), error);
        }
        finally
        {
            underWay.End();
        }
    }
}
