using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Extraction;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Hosting;
using Bridge.Hosting.Reports;
using Bridge.Model.Identity;
using Microsoft.Extensions.Logging;

namespace Bridge.Worker;

/// <summary>What jobs have done: the same stages that the command line calls, for one migration at a time.</summary>
/// <param name="settings">Settings.</param>
/// <param name="folders">Migrations.</param>
/// <param name="loggers">Loggers.</param>
internal sealed class MigrationWork(WorkerSettings settings, MigrationFolders folders, ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger<MigrationWork>();

    /// <summary>Extracts both sides and makes a plan. Nothing is sent; people approve.</summary>
    public async Task ExtractAndPlanAsync(string name, CancellationToken cancellationToken)
    {
        await using var migration = await OpenAsync(name, cancellationToken);
        Log.Extracting(logger, name);
        foreach (var side in Enum.GetValues<SnapshotSide>())
        {
            var result = await migration.Pipeline.ExtractAsync(new ExtractionRequest { Side = side }, null, cancellationToken);
            if (result.Failure is { } failure)
            {
                throw new ExtractionFailedException(failure);
            }
        }

        var plan = await migration.Pipeline.PlanAsync(cancellationToken);
        await PlanFiles.WriteAsync(migration, plan, cancellationToken);
        Tell(name, plan);
    }

    /// <summary>
    /// Goes on with every run that is not at its end, the oldest first: one that a crash or a stop of the worker interrupted, and
    /// one that waits for people. A run that a person stopped, or that its failure budget stopped, stays so until a person resumes it.
    /// </summary>
    public async Task ContinueRunsAsync(string name, CancellationToken cancellationToken)
    {
        await using var migration = await OpenAsync(name, cancellationToken);
        var runs = migration.Host.Runs;
        foreach (var open in (await runs.ReadRunsAsync(cancellationToken).ToListAsync(cancellationToken)).Where(run => run.Status is RunStatus.Running or RunStatus.WaitingOnPeople).Reverse())
        {
            if (cancellationToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                await ContinueAsync(name, migration, open, cancellationToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // One run that may not go on, for example because its approval ran out, does not hold up the next one.
                Problems.Tell(logger, name, $"Run {open.RunId}", error);
            }
        }
    }

    private async Task ContinueAsync(string name, OpenMigration migration, RunRow before, CancellationToken cancellationToken)
    {
        var runs = migration.Host.Runs;
        var options = migration.Host.Definition.Execution with { WaitForPeople = false, ResumesByItself = true };
        var stood = await runs.CountStepsAsync(before.RunId, cancellationToken);
        var run = await migration.Pipeline.ResumeAsync(before.RunId, options, null, null, cancellationToken);
        var stands = await runs.CountStepsAsync(run.RunId, CancellationToken.None);
        var moved = stands.Count != stood.Count || stands.Any(pair => stood.GetValueOrDefault(pair.Key) != pair.Value);
        if (!moved && run.Status == before.Status && run.Reason == before.Reason)
        {
            Log.Unmoved(logger, name, run.RunId, run.Status);
            return;
        }

        Log.Continued(logger, name, run.RunId, run.Status, run.Reason is { } reason ? $" ({reason})" : "", string.Join(", ", stands.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}")));
        if (cancellationToken.IsCancellationRequested)
        {
            // A stop is not held up by reports; the next look writes them.
            return;
        }

        var files = await RunFiles.WriteAsync(migration, run, cancellationToken);
        foreach (var totals in run.RollsBack is null ? files.Report.Sums.Entities : [])
        {
            Log.Sum(logger, name, EntityNames.Of(totals.Entity), Equation.Of(totals));
        }
    }

    private void Tell(string name, StoredPlan plan)
    {
        foreach (var totals in plan.Totals.Entities)
        {
            Log.Sum(logger, name, EntityNames.Of(totals.Entity), Equation.Of(totals));
        }

        if (plan.Totals.Blocking() > 0)
        {
            Log.Blocked(logger, name, plan.Totals.Blocking(), plan.Hash);
        }
        else
        {
            Log.Planned(logger, name, plan.Hash, plan.Totals.Steps);
        }
    }

    private Task<OpenMigration> OpenAsync(string name, CancellationToken cancellationToken) =>
        OpenMigration.OpenAsync(folders.PathOf(name), settings.Surroundings with { Loggers = loggers }, cancellationToken);
}
