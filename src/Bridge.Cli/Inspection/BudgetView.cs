using Bridge.Hosting;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Cli.Inspection;

/// <summary>A look at a connection's rate budget while a stage works: rate accounts are shared in the process, so it is the same one.</summary>
internal sealed class BudgetView : IAsyncDisposable
{
    private readonly IRail? rail;

    private BudgetView(IRail? rail) => this.rail = rail;

    /// <summary>The budget; null when the connection calls nothing.</summary>
    public IRateBudgetView? Budget => rail?.RateBudget;

    /// <summary>Opens a connection for looking alone. Problems of its settings are left to the stage that needs it.</summary>
    public static BudgetView Open(OpenMigration migration, string connection)
    {
        var findings = new List<Finding>();
        return new BudgetView(migration.Pipeline.Connections.TryOpen(connection, gate: null, findings));
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => rail?.DisposeAsync() ?? ValueTask.CompletedTask;
}
