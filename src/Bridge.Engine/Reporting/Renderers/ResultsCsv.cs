using System.Globalization;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Rollback;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>The result of every record and step of a run with its reason code, as CSV, streamed.</summary>
public static class ResultsCsv
{
    /// <summary>The columns.</summary>
    public static IReadOnlyList<string> Header { get; } =
    [
        "entity", "source", "name", "partner", "outcome", "reason", "message", "owner", "action", "channel", "state", "attempt", "since", "target",
        "handoff", "rollback", "step",
    ];

    /// <summary>Writes the file.</summary>
    /// <param name="plan">Plan of the run.</param>
    /// <param name="findStep">State of a step in the run by its id; null when the run has not touched it.</param>
    /// <param name="output">Where to write; stays open.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task WriteAsync(IPlanSource plan, Func<string, CancellationToken, Task<StepRow?>> findStep, Stream output, CancellationToken cancellationToken)
    {
        var isRollback = plan.Header.Kind == PlanKind.Rollback;
        await using var rows = new CsvRows(output, Header, "attempt");
        await foreach (var line in new RunAccount(plan, findStep).LinesAsync(cancellationToken))
        {
            var change = RecordChange.Of(line.Line)!;
            var row = line.Row;
            await rows.WriteAsync(
                cancellationToken,
                EntityNames.Of(change.Entity),
                change.Source,
                change.Label,
                change.Partner,
                line.Outcome is { } outcome ? CodeNames.Of(outcome.Outcome) : null,
                line.Outcome?.Reason ?? row?.Reason,
                line.Outcome?.Message ?? row?.Message,
                line.Outcome?.Owner is { } owner ? CodeNames.Of(owner) : null,
                change.Action,
                change.Channel is { } channel ? CodeNames.Of(channel) : null,
                line.Step is null ? null : row is null ? "notStarted" : CodeNames.Of(row.State),
                row?.Attempt.ToString(CultureInfo.InvariantCulture),
                row?.Since.ToString("O", CultureInfo.InvariantCulture),
                row?.TargetId ?? change.TargetId,
                row?.HandoffId,
                isRollback && line.Step is { } step ? CodeNames.Of(RollbackSums.ClassOf(step, row)) : null,
                change.Step);
        }
    }
}
