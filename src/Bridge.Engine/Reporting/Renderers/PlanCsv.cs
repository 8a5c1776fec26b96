using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>
/// A whole plan as CSV, streamed: for each step one row per field that changes (at least one) and one per loss, for each
/// other record one row, for each finding one row. The column <c>row</c> says which: change, loss, outcome, finding.
/// </summary>
public sealed class PlanCsv : IPlanListener, IAsyncDisposable
{
    private readonly CsvRows rows;

    /// <summary>Begins a file with its header.</summary>
    /// <param name="output">Where to write; stays open.</param>
    public PlanCsv(Stream output) => rows = new CsvRows(output, Header);

    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "row", "entity", "source", "name", "partner", "outcome", "action", "channel", "class", "reversibility", "inverse", "notifies", "field",
        "before", "after", "loss", "reason", "message", "target", "step",
    ];

    /// <summary>Writes the file.</summary>
    public static async Task WriteAsync(IPlanSource plan, Stream output, CancellationToken cancellationToken)
    {
        await using var file = new PlanCsv(output);
        await foreach (var line in plan.ReadAsync(cancellationToken))
        {
            await file.HearAsync(line, RecordChange.Of(line), cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task HearAsync(PlanLine line, RecordChange? change, CancellationToken cancellationToken) => line switch
    {
        FindingLine { Finding: var finding } => WriteAsync(rows, finding, cancellationToken),
        _ when change is not null => WriteAsync(rows, change, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>Writes what is left.</summary>
    public ValueTask DisposeAsync() => rows.DisposeAsync();

    private static async Task WriteAsync(CsvRows rows, RecordChange change, CancellationToken cancellationToken)
    {
        var kind = change.Action is null ? "outcome" : "change";
        IEnumerable<FieldDifference?> changes = change.Changes.Count == 0 ? new FieldDifference?[] { null } : change.Changes;
        foreach (var field in changes)
        {
            await RowAsync(rows, kind, change, field, null, cancellationToken);
        }

        foreach (var loss in change.Losses)
        {
            await RowAsync(rows, "loss", change, null, loss, cancellationToken);
        }
    }

    private static Task RowAsync(CsvRows rows, string kind, RecordChange change, FieldDifference? field, Loss? loss, CancellationToken cancellationToken) =>
        rows.WriteAsync(
            cancellationToken,
            kind,
            EntityNames.Of(change.Entity),
            change.Source,
            change.Label,
            change.Partner,
            Name(change.Outcome),
            change.Action,
            Name(change.Channel),
            Name(change.Class),
            Name(change.Reversibility),
            change.Inverse,
            change.SideEffect,
            field?.Path ?? loss?.Path,
            field?.Before,
            field?.After,
            loss is null ? null : $"{loss.Code} ({CodeNames.Of(loss.Fidelity)})",
            change.Reason,
            loss?.Message ?? change.Message,
            change.TargetId,
            change.Step);

    private static Task WriteAsync(CsvRows rows, Finding finding, CancellationToken cancellationToken) =>
        rows.WriteAsync(
            cancellationToken,
            "finding",
            finding.Entity is { } entity ? EntityNames.Of(entity) : null,
            finding.Subject,
            null,
            null,
            null,
            CodeNames.Of(finding.Severity),
            null,
            null,
            null,
            null,
            null,
            finding.Place,
            finding.Value,
            null,
            null,
            finding.Code,
            $"{finding.Message} {finding.Remedy}",
            null,
            null);

    private static string? Name<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } known ? CodeNames.Of(known) : null;
}
