using Bridge.Engine.Planning;
using Bridge.Hosting;

namespace Bridge.Cli.Demo;

/// <summary>Plan files as plain lines, for the truth reader, which knows no type of Bridge.</summary>
internal static class PlanLines
{
    public static async Task<IReadOnlyList<string>> ReadAsync(OpenMigration migration, StoredPlan plan, CancellationToken cancellationToken)
    {
        await using var stream = await migration.Host.Artifacts.OpenReadAsync(migration.Host.Keys.Plan(plan.Hash), cancellationToken)
            ?? throw new PlanUnusableException(plan.Hash, "is not there any more.", "Run the demo again.");
        using var reader = new StreamReader(stream);
        return (await reader.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
