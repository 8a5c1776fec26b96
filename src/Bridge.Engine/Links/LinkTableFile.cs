using System.Buffers;
using System.Globalization;
using Bridge.Engine.Reporting.Renderers;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Links;

/// <summary>Writes an old-to-new table row by row. The same rows give the same bytes; no cell is taken for a formula.</summary>
public static class LinkTableFile
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>As CSV (RFC 4180, UTF-8). The sums do not fit into the table: they have a file of their own.</summary>
    /// <returns>Rows written.</returns>
    public static async Task<long> WriteCsvAsync(IAsyncEnumerable<LinkTableRow> rows, Stream file, CancellationToken cancellationToken)
    {
        await using var writer = Writer(file);
        await writer.WriteLineAsync(string.Join(',', LinkTableText.Columns).AsMemory(), cancellationToken);
        long count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(Line(LinkTableText.Cells(row)).AsMemory(), cancellationToken);
            count++;
        }

        return count;
    }

    /// <summary>The sums as CSV.</summary>
    public static async Task WriteTotalsAsync(LinkTableTotals totals, Stream file, CancellationToken cancellationToken)
    {
        await using var writer = Writer(file);
        await writer.WriteLineAsync("name,number,text".AsMemory(), cancellationToken);
        foreach (var (name, number, text) in LinkTableText.Totals(totals))
        {
            await writer.WriteLineAsync(Line([SpreadsheetCell.Of(name), SpreadsheetCell.Of(number), SpreadsheetCell.Of(text)]).AsMemory(), cancellationToken);
        }
    }

    /// <summary>As a workbook: a sheet of links and one of sums.</summary>
    /// <param name="table">The table; its sums are read behind the rows.</param>
    /// <param name="partner">Source id of a partner; null for all.</param>
    /// <param name="file">Takes the workbook.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="InvalidOperationException">More rows than a sheet holds.</exception>
    public static async Task<long> WriteWorkbookAsync(LinkTable table, string? partner, Stream file, CancellationToken cancellationToken)
    {
        using var workbook = new SpreadsheetWriter(file);
        workbook.BeginSheet("Links", [.. LinkTableText.Columns.Select(SpreadsheetColumn.Of)]);
        long count = 0;
        await foreach (var row in table.ReadAsync(partner, cancellationToken))
        {
            workbook.WriteRow(LinkTableText.Cells(row));
            count++;
        }

        workbook.BeginSheet("Totals", [new SpreadsheetColumn("Name", 40), new SpreadsheetColumn("Number", 14), new SpreadsheetColumn("Text", 60)]);
        foreach (var (name, number, text) in LinkTableText.Totals(table.Totals))
        {
            workbook.WriteRow([SpreadsheetCell.Of(name), SpreadsheetCell.Of(number), SpreadsheetCell.Of(text)]);
        }

        return count;
    }

    private static StreamWriter Writer(Stream file) => new(file, leaveOpen: true) { NewLine = "\r\n" };

    private static string Line(IEnumerable<SpreadsheetCell> cells) =>
        string.Join(',', cells.Select(cell => cell.Number is { } number ? number.ToString("0.######", CultureInfo.InvariantCulture) : Quoted(cell.Text ?? "")));

    private static string Quoted(string text)
    {
        var safe = SpreadsheetText.Protect(text);
        return safe.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
