using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Extraction;
using Bridge.Engine.Migrations;
using Bridge.Hosting;
using Microsoft.Extensions.Logging;

namespace Bridge.Worker;

/// <summary>What jobs have done: the same stages that the command line calls, for one migration folder at a time.</summary>
/// <param name="loggers">Loggers.</param>
public sealed class MigrationWork(ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger<MigrationWork>();

    /// <summary>Extracts both sides and makes a plan. Nothing is sent; people approve.</summary>
    public async Task ExtractAndPlanAsync(string folder, CancellationToken cancellationToken)
    {
        await using var migration = await OpenAsync(folder, cancellationToken);
        foreach (var side in Enum.GetValues<SnapshotSide>())
        {
            var result = await migration.Pipeline.ExtractAsync(new ExtractionRequest { Side = side }, null, cancellationToken);
            if (result.Failure is { } failure)
            {
                throw new ExtractionFailedException(failure);
            }
        }

        var plan = await migration.Pipeline.PlanAsync(cancellationToken);
        Log.Planned(logger, migration.Host.Definition.Migration, plan.Hash, plan.Totals.Steps);
    }

    /// <summary>
    /// Goes on with every run that is not at its end: one that a crash interrupted, and one that waits for people. A run that
    /// was stopped on purpose stays stopped until a person resumes it.
    /// </summary>
    public async Task ContinueRunsAsync(string folder, CancellationToken cancellationToken)
    {
        await using var migration = await OpenAsync(folder, cancellationToken);
        var open = new List<string>();
        await foreach (var run in migration.Host.Runs.ReadRunsAsync(cancellationToken))
        {
            if (run.Status is RunStatus.Running or RunStatus.WaitingOnPeople)
            {
                open.Add(run.RunId);
            }
        }

        foreach (var runId in open)
        {
            var run = await migration.Pipeline.ResumeAsync(runId, migration.Host.Definition.Execution, null, null, cancellationToken);
            Log.Continued(logger, migration.Host.Definition.Migration, run.RunId, run.Status);
        }
    }

    /// <summary>The schedule of a migration; null when it has none.</summary>
    /// <exception cref="MigrationInvalidException">Its <c>bridge.yaml</c> has problems.</exception>
    public async Task<ScheduleDefinition?> ReadScheduleAsync(string folder, CancellationToken cancellationToken)
    {
        await using var migration = await OpenAsync(folder, cancellationToken);
        return migration.Host.Definition.Schedule;
    }

    private Task<OpenMigration> OpenAsync(string folder, CancellationToken cancellationToken) =>
        OpenMigration.OpenAsync(folder, new HostSettings { Loggers = loggers, Operator = $"bridge worker on {Environment.MachineName} ({Environment.ProcessId})" }, cancellationToken);
}
