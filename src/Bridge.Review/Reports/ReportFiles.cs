using System.Text;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Engine.Reporting.Documents;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Engine.Reporting.Runs;

namespace Bridge.Review.Reports;

/// <summary>Puts a report into the artifact store in every format.</summary>
/// <param name="artifacts">Where it rests.</param>
/// <param name="keys">Keys of the migration.</param>
public sealed class ReportFiles(IArtifactStore artifacts, MigrationKeys keys)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes <c>dry-run.html</c>, <c>.md</c>, <c>.csv</c> and <c>.json</c> beside the plan. What is there already stays: the same plan has the same report.</summary>
    /// <returns>The key of the page.</returns>
    public async Task<ArtifactKey> WriteAsync(DryRunReport report, IPlanSource plan, CancellationToken cancellationToken)
    {
        var page = keys.PlanReport(plan.Hash, "dry-run.html");
        await PutAsync(page, (stream, token) => TextAsync(stream, writer => ReportPages.WriteAsync(report, writer, token)), cancellationToken);
        await PutAsync(keys.PlanReport(plan.Hash, "dry-run.md"), (stream, token) => TextAsync(stream, writer => MarkdownRenderer.WriteAsync(DryRunDocument.Of(report), writer, token)), cancellationToken);
        await PutAsync(keys.PlanReport(plan.Hash, "dry-run.csv"), (stream, token) => PlanCsv.WriteAsync(plan, stream, token), cancellationToken);
        await PutAsync(keys.PlanReport(plan.Hash, "dry-run.json"), (stream, token) => DryRunJson.WriteAsync(report, plan, stream, token), cancellationToken);
        return page;
    }

    /// <summary>Writes <c>report.html</c>, <c>.md</c>, <c>.json</c>, <c>results.csv</c> and the stored outcomes <c>outcomes.ndjson</c> of a run, and checks the outcomes record by record.</summary>
    /// <param name="report">The report.</param>
    /// <param name="plan">Plan of the run.</param>
    /// <param name="findStep">State of a step in the run by its id; null when the run has not touched it. No step may move meanwhile.</param>
    /// <param name="state">Part of the file names that tells one state of a run from the next, for example the journal's head; empty for the last one.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>The key of the page.</returns>
    /// <exception cref="ConservationException">A sum does not balance, or the stored outcomes are not those of the steps.</exception>
    public async Task<ArtifactKey> WriteAsync(
        RunReport report, IPlanSource plan, Func<string, CancellationToken, Task<StepRow?>> findStep, string state, CancellationToken cancellationToken)
    {
        ArtifactKey Key(string name, string extension) => keys.RunReport(report.Run.RunId, state.Length == 0 ? $"{name}.{extension}" : $"{name}-{state}.{extension}");
        var account = new RunAccount(plan, findStep);
        var outcomes = Key("outcomes", "ndjson");
        await PutAsync(outcomes, account.WriteAsync, cancellationToken);
        await using (var stored = await artifacts.OpenReadAsync(outcomes, cancellationToken) ?? throw new InvalidOperationException($"'{outcomes}' was written and is not there."))
        {
            await account.CheckAsync(stored, cancellationToken);
        }

        var page = Key("report", "html");
        await PutAsync(page, (stream, token) => TextAsync(stream, writer => ReportPages.WriteAsync(report, writer, token)), cancellationToken);
        await PutAsync(Key("report", "md"), (stream, token) => TextAsync(stream, writer => MarkdownRenderer.WriteAsync(RunDocument.Of(report), writer, token)), cancellationToken);
        await PutAsync(Key("report", "json"), (stream, token) => RunJson.WriteAsync(report, plan, findStep, stream, token), cancellationToken);
        await PutAsync(Key("results", "csv"), (stream, token) => ResultsCsv.WriteAsync(plan, findStep, stream, token), cancellationToken);
        return page;
    }

    private static async Task TextAsync(Stream stream, Func<TextWriter, Task> write)
    {
        await using var writer = new StreamWriter(stream, Utf8, bufferSize: 64 * 1024, leaveOpen: true);
        await write(writer);
    }

    private async Task PutAsync(ArtifactKey key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await artifacts.PutAsync(key, write, cancellationToken);
        }
        catch (ArtifactExistsException)
        {
            // Reports are write-once like everything else; this state was told before.
        }
    }
}
