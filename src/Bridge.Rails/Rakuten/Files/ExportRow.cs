using System.Globalization;
using System.Security.Cryptography;

namespace Bridge.Rails.Rakuten.Files;

/// <summary>One row with the way to read it.</summary>
/// <param name="File">File.</param>
/// <param name="Dialect">How the file is written.</param>
/// <param name="Row">The row.</param>
internal sealed record ExportRow(ExportFile File, FileDialect Dialect, CsvRow Row)
{
    private static readonly HashSet<string> TotalWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "totals", "grand total", "sum", "summe", "gesamt", "gesamtsumme", "total général", "totaux",
    };

    /// <summary>File and line, for findings.</summary>
    public string Place => $"{File.Name}:{Row.Line}";

    /// <summary>
    /// Text of a column without blanks and invisible characters around it (copied cells bring zero-width ones along); empty when
    /// the file or the row does not have it.
    /// </summary>
    public string Text(string column)
    {
        var place = Dialect.Header.PlaceOf(column);
        if (place < 0 || place >= Row.Fields.Length)
        {
            return "";
        }

        var text = Row.Fields[place].AsSpan();
        while (text.Length > 0 && IsInvisible(text[0]))
        {
            text = text[1..];
        }

        while (text.Length > 0 && IsInvisible(text[^1]))
        {
            text = text[..^1];
        }

        return text.Length == Row.Fields[place].Length ? Row.Fields[place] : text.ToString();
    }

    /// <summary>True when the row begins with a word for a sum and has nothing but numbers behind it (a promo code may be TOTAL).</summary>
    public bool IsTotal()
    {
        var filled = Row.Fields.Where(field => !string.IsNullOrWhiteSpace(field)).ToList();
        return filled.Count > 0
            && TotalWords.Contains(filled[0].Trim().TrimEnd(':'))
            && filled.Skip(1).All(field => NumberText.TryParse(field, NumberStyle.Point, out _) || NumberText.TryParse(field, NumberStyle.Comma, out _));
    }

    /// <summary>
    /// What is wrong with the row as a whole, or null: an open quotation mark, fewer fields than columns, or more fields with
    /// something in them.
    /// </summary>
    public string? Damage()
    {
        if (Row.Broken)
        {
            return "a quotation mark is opened and not closed";
        }

        var columns = Dialect.Header.Found.Count;
        var extra = Row.Fields.Skip(columns).Any(field => !string.IsNullOrWhiteSpace(field));
        return Row.Fields.Length < columns || extra ? $"it has {Row.Fields.Length} fields, the header has {columns}" : null;
    }

    /// <summary>First 16 bytes of the SHA-256 of the row without its line end, in hexadecimal.</summary>
    public string RawHash()
    {
        var bytes = Row.Bytes.AsSpan().TrimEnd("\r\n"u8);
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
    }

    private static bool IsInvisible(char letter) =>
        char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
