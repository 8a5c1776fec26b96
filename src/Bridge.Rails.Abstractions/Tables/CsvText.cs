using System.Buffers;
using System.Globalization;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Cells as lines of CSV (RFC 4180) that this kit reads back to the same texts and numbers, whatever else is in the file.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>One line without its end.</summary>
    public static string Line(IEnumerable<SpreadsheetCell> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(SpreadsheetCell cell)
    {
        if (cell.Number is { } number)
        {
            var text = number.ToString("0.############################", CultureInfo.InvariantCulture);
            var point = text.IndexOf('.', StringComparison.Ordinal);

            // Three decimals alone could be thousands to a reader who does not know the form.
            return point >= 0 && text.Length - point == 4 ? text + "0" : text;
        }

        var safe = FormulaText.Mark(cell.Text ?? "");
        return safe.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
