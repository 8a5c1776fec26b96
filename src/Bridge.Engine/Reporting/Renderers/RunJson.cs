using System.Runtime.CompilerServices;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Reporting.Runs;
using Bridge.Engine.Rollback;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>A run as JSON: <c>{format, kind: "run", summary, records}</c>. Its shape is in the folder's README.</summary>
public static class RunJson
{
    /// <summary>Writes the file; records are streamed from the plan and the step states.</summary>
    public static Task WriteAsync(
        RunReport report, IPlanSource plan, Func<string, CancellationToken, Task<StepRow?>> findStep, Stream output, CancellationToken cancellationToken) =>
        ReportFile.WriteAsync(output, "run", report, ReportJson.Default.RunReport, RecordsAsync(plan, findStep, cancellationToken), ReportJson.Default.RunRecord, cancellationToken);

    private static async IAsyncEnumerable<RunRecord> RecordsAsync(
        IPlanSource plan, Func<string, CancellationToken, Task<StepRow?>> findStep, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isRollback = plan.Header.Kind == PlanKind.Rollback;
        await foreach (var line in new RunAccount(plan, findStep).LinesAsync(cancellationToken))
        {
            var change = RecordChange.Of(line.Line)!;
            yield return new RunRecord
            {
                Entity = change.Entity,
                Source = change.Source,
                Label = change.Label,
                Partner = change.Partner,
                Outcome = line.Outcome?.Outcome,
                Reason = line.Outcome?.Reason ?? line.Row?.Reason,
                Message = line.Outcome?.Message ?? line.Row?.Message,
                Owner = line.Outcome?.Owner,
                Action = change.Action,
                Channel = change.Channel,
                State = line.Row?.State,
                Attempt = line.Row?.Attempt,
                Since = line.Row?.Since,
                TargetId = line.Row?.TargetId ?? change.TargetId,
                HandoffId = line.Row?.HandoffId,
                Rollback = isRollback && line.Step is { } step ? RollbackSums.ClassOf(step, line.Row) : null,
                Step = change.Step,
            };
        }
    }
}
