using Bridge.Engine.Execution;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Hosting.Reports;
using Bridge.Model.Identity;

namespace Bridge.Cli.Reports;

/// <summary>The id map as CSV: which object on the target stands for which source record. Safe to open in a spreadsheet.</summary>
internal static class Crosswalk
{
    private static readonly System.Buffers.SearchValues<char> NeedsQuotes = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>Writes the file.</summary>
    /// <returns>Number of rows.</returns>
    public static async Task<long> WriteAsync(IRunStore store, string path, CancellationToken cancellationToken)
    {
        long rows = 0;
        await new ReportFolder(Path.GetDirectoryName(path)!).WriteAsync(
            Path.GetFileName(path),
            async file =>
            {
                await using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\r\n" };
                await writer.WriteLineAsync("entity,source,target,created,kept,run");
                foreach (var entity in Enum.GetValues<EntityKind>())
                {
                    await foreach (var row in store.ReadIdMapAsync(entity, cancellationToken))
                    {
                        string[] cells = [EntityNames.Of(entity), row.Source, row.Target, row.Created ? "yes" : "no", row.Kept ? "yes" : "no", row.RunId];
                        await writer.WriteLineAsync(string.Join(',', cells.Select(Cell)));
                        rows++;
                    }
                }

                await writer.FlushAsync(cancellationToken);
            },
            cancellationToken);
        return rows;
    }

    private static string Cell(string text)
    {
        var safe = SpreadsheetText.Protect(text);
        return safe.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
