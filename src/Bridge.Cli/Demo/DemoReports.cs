using Bridge.Cli.Composition;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;

namespace Bridge.Cli.Demo;

/// <summary>Reports of the demo, and the plan files as plain lines for the truth reader, which knows no type of Bridge.</summary>
internal static class DemoReports
{
    public static async Task<string> WritePlanAsync(OpenMigration migration, StoredPlan plan, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(migration.Host.Definition.Folder, "reports", plan.Hash[..12]);
        Directory.CreateDirectory(folder);
        await Task.CompletedTask.WaitAsync(cancellationToken);
        return folder;
    }

    public static async Task<RunSums> WriteRunAsync(OpenMigration migration, StoredPlan plan, RunRow run, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(migration.Host.Definition.Folder, "reports", run.RunId);
        Directory.CreateDirectory(folder);
        await using var outcomes = File.Create(Path.Combine(folder, "outcomes.ndjson"));
        return await new RunAccount(plan, (step, token) => migration.Host.Runs.FindStepAsync(run.RunId, step, token)).WriteAsync(outcomes, cancellationToken);
    }

    public static async Task<IReadOnlyList<string>> LinesAsync(OpenMigration migration, StoredPlan plan, CancellationToken cancellationToken)
    {
        await using var stream = await migration.Host.Artifacts.OpenReadAsync(migration.Host.Keys.Plan(plan.Hash), cancellationToken)
            ?? throw new PlanUnusableException(plan.Hash, "is not there any more.", "Run the demo again.");
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
