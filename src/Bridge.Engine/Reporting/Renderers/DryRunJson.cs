using System.Runtime.CompilerServices;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Engine.Reporting.DryRun;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>A dry run as JSON: <c>{format, kind: "dryRun", summary, records}</c>. Its shape is in the folder's README.</summary>
public static class DryRunJson
{
    /// <summary>Writes the file; records are streamed from the plan.</summary>
    public static Task WriteAsync(DryRunReport report, IPlanSource plan, Stream output, CancellationToken cancellationToken) =>
        ReportFile.WriteAsync(output, "dryRun", report, ReportJson.Default.DryRunReport, RecordsAsync(plan, cancellationToken), ReportJson.Default.RecordChange, cancellationToken);

    /// <summary>Writes the file with records that were written before.</summary>
    /// <param name="report">Report.</param>
    /// <param name="records">What a <see cref="RecordChangeWriter"/> wrote of the same plan, from its start.</param>
    /// <param name="output">Where to write; stays open.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public static Task WriteAsync(DryRunReport report, Stream records, Stream output, CancellationToken cancellationToken) =>
        ReportFile.WriteAsync(output, "dryRun", report, ReportJson.Default.DryRunReport, records, cancellationToken);

    private static async IAsyncEnumerable<RecordChange> RecordsAsync(IPlanSource plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in plan.ReadAsync(cancellationToken))
        {
            if (RecordChange.Of(line) is { } change)
            {
                yield return change;
            }
        }
    }
}
