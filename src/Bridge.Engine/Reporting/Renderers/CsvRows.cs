using System.Text;

namespace Bridge.Engine.Reporting.Renderers;

/// <summary>
/// Writes CSV by RFC 4180 in UTF-8 with a byte-order mark, which spreadsheet programs need to read accents. Every text cell
/// is protected against being read as a formula.
/// </summary>
internal sealed class CsvRows : IAsyncDisposable
{
    private static readonly System.Buffers.SearchValues<char> Quoted = System.Buffers.SearchValues.Create("\",;\r\n\t");

    private const int PageLength = 32 * 1024;

    private readonly StreamWriter writer;
    private readonly HashSet<int> numbers;
    private readonly int columns;
    private readonly StringBuilder rows = new();

    /// <param name="output">Where to write; stays open.</param>
    /// <param name="header">Column names.</param>
    /// <param name="numeric">Columns whose cells are numbers.</param>
    public CsvRows(Stream output, IReadOnlyList<string> header, params string[] numeric)
    {
        writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 64 * 1024, leaveOpen: true);
        numbers = [.. numeric.Select(name => header.ToList().IndexOf(name))];
        columns = header.Count;
        writer.Write(string.Join(',', header) + "\r\n");
    }

    /// <summary>Writes a row; null is an empty cell.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken, params string?[] cells)
    {
        if (cells.Length != columns)
        {
            throw new ArgumentException($"The file has {columns} columns, the row {cells.Length} cells.", nameof(cells));
        }

        for (var index = 0; index < cells.Length; index++)
        {
            if (index > 0)
            {
                rows.Append(',');
            }

            Append(cells[index] ?? "", numbers.Contains(index));
        }

        rows.Append("\r\n");
        if (rows.Length > PageLength)
        {
            await writer.WriteAsync(rows, cancellationToken);
            rows.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.WriteAsync(rows);
        await writer.DisposeAsync();
    }

    private void Append(string cell, bool isNumber)
    {
        var text = isNumber && SpreadsheetText.IsNumber(cell) ? cell : SpreadsheetText.Protect(cell);
        if (text.AsSpan().ContainsAny(Quoted) || text.StartsWith(' ') || text.EndsWith(' '))
        {
            rows.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            rows.Append(text);
        }
    }
}
