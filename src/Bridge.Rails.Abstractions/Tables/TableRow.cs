using System.Globalization;
using System.Security.Cryptography;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>One row with the way to read it.</summary>
public sealed class TableRow
{
    private const string ExampleMark = "EXAMPLE:";

    private static readonly HashSet<string> TotalWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "totals", "grand total", "sum", "summe", "gesamt", "gesamtsumme", "total général", "totaux",
    };

    private readonly CsvRow row;

    internal TableRow(TableFile file, TableDialect dialect, CsvRow row)
    {
        File = file;
        Dialect = dialect;
        this.row = row;
    }

    /// <summary>File.</summary>
    public TableFile File { get; }

    /// <summary>How the file is written.</summary>
    public TableDialect Dialect { get; }

    /// <summary>Line it starts on, from 1; the row number of a sheet.</summary>
    public int Line => row.Line;

    /// <summary>Where it starts in the bytes of the file.</summary>
    public long Offset => row.Offset;

    /// <summary>Its bytes, line end included.</summary>
    public ReadOnlyMemory<byte> Bytes => row.Bytes;

    /// <summary>File and line, for findings.</summary>
    public string Place => $"{File.Name}:{row.Line}";

    /// <summary>
    /// Text of a column without blanks and invisible characters around it (copied cells bring zero-width ones along) and without a
    /// spreadsheet's mark for texts, in the words of the schema; the column's constant when the file does not have it, else empty.
    /// </summary>
    public string Text(string column)
    {
        var place = Dialect.Header.PlaceOf(column);
        var declared = Dialect.Header.DeclaredOf(column);
        if (place < 0)
        {
            return declared?.Constant ?? "";
        }

        var text = place < row.Fields.Length ? FormulaText.Unmark(Clean(row.Fields[place])) : "";
        return declared?.Words is { } words && words.TryGetValue(text, out var word) ? word : text;
    }

    /// <summary>True when a sheet holds the cell as a number, which leaves nothing to be found out about its form.</summary>
    internal bool IsNative(string column)
    {
        var place = Dialect.Header.PlaceOf(column);
        return place >= 0 && place < row.Fields.Length && row.Fields[place].StartsWith(NativeCell.Mark);
    }

    /// <summary>True when the row begins with a word for a sum and has nothing but numbers behind it (a promo code may be TOTAL).</summary>
    public bool IsTotal()
    {
        var first = Array.FindIndex(row.Fields, field => Clean(field).Length > 0);
        return first >= 0
            && TotalWords.Contains(Clean(row.Fields[first]).TrimEnd(':'))
            && row.Fields.Skip(first + 1).Select(Clean).Where(field => field.Length > 0).All(field => NumberText.TryParse(field, NumberStyle.Point, out _) || NumberText.TryParse(field, NumberStyle.Comma, out _));
    }

    /// <summary>True for the example row of a template: its first cell with content begins with <c>EXAMPLE:</c>.</summary>
    public bool IsExample() => Array.Find(row.Fields, field => !string.IsNullOrWhiteSpace(field)) is { } first
        && Clean(first).StartsWith(ExampleMark, StringComparison.Ordinal);

    /// <summary>
    /// What is wrong with the row as a whole, or null: an open quotation mark, fewer fields than columns, or more fields with
    /// something in them.
    /// </summary>
    public string? Damage()
    {
        if (row.Broken)
        {
            return "a quotation mark is opened and not closed";
        }

        var columns = Dialect.Header.Found.Count;
        var extra = row.Fields.Length > columns && row.Fields.Skip(columns).Any(field => !string.IsNullOrWhiteSpace(field));
        return row.Fields.Length < columns || extra ? $"it has {row.Fields.Length} fields, the header has {columns}" : null;
    }

    /// <summary>First 16 bytes of the SHA-256 of the row without its line end, in hexadecimal.</summary>
    public string RawHash()
    {
        var bytes = row.Bytes.AsSpan().TrimEnd("\r\n"u8);
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
    }

    private static string Clean(string field)
    {
        var text = field.AsSpan();
        while (text.Length > 0 && IsInvisible(text[0]))
        {
            text = text[1..];
        }

        while (text.Length > 0 && IsInvisible(text[^1]))
        {
            text = text[..^1];
        }

        return text.Length == field.Length ? field : text.ToString();
    }

    private static bool IsInvisible(char letter) =>
        char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
