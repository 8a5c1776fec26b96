using System.Text;

namespace Bridge.Simulation.Tests.Rakuten;

/// <summary>
/// A reader of delimited text for the tests, character by character and without any code of the generator: encoding and
/// separator are guessed from the bytes, rows are sorted into the four classes by plain rules.
/// </summary>
internal sealed class SheetReader
{
    private SheetReader(string text, bool mark, bool western, bool list)
    {
        HasByteOrderMark = mark;
        IsWestern = western;
        var head = text.Split('\n')[0];
        Separator = head.Count(letter => letter == ';') > head.Count(letter => letter == ',') ? ';' : ',';
        Text = text;
        var rows = list ? [.. text.Split('\n').Select(line => new[] { line.TrimEnd('\r') })] : Cut(text, Separator);
        BlankLines = rows.Count(IsBlank) - 1;
        rows.RemoveAll(IsBlank);
        Headers = list ? ["value"] : rows[0];
        Rows = list ? rows : rows[1..];
    }

    public bool HasByteOrderMark { get; }

    public bool IsWestern { get; }

    public char Separator { get; }

    public string Text { get; }

    public int BlankLines { get; }

    public string[] Headers { get; }

    /// <summary>Rows below the header that are not blank.</summary>
    public List<string[]> Rows { get; }

    public static SheetReader Read(string name, ReadOnlyMemory<byte> content)
    {
        var mark = content.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        var bytes = mark ? content.Span[3..] : content.Span;
        string text;
        var western = false;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            western = true;
            text = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }

        return new SheetReader(text, mark, western, name.EndsWith(".txt", StringComparison.Ordinal));
    }

    public int Column(string header) =>
        Array.FindIndex(Headers, name => string.Equals(name, header, StringComparison.OrdinalIgnoreCase));

    public string Value(string[] row, string header) => row[Column(header)];

    /// <summary>Readable rows that are neither totals nor copies of an earlier row.</summary>
    public List<string[]> Records(string keyColumn) => Sort(keyColumn).Records;

    public (List<string[]> Records, int Totals, int Duplicates, int Unreadable) Sort(string? keyColumn)
    {
        var records = new List<string[]>();
        var (totals, duplicates, unreadable) = (0, 0, 0);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Rows)
        {
            if (row.Length < Headers.Length)
            {
                unreadable++;
            }
            else if (!seen.Add(string.Join('\u001f', row)))
            {
                duplicates++;
            }
            else if (keyColumn is null)
            {
                records.Add(row);
            }
            else if (Column("Publisher ID") >= 0 && Value(row, "Publisher ID") is "" or "Total")
            {
                totals++;
            }
            else if (!Value(row, keyColumn).All(char.IsAsciiDigit))
            {
                unreadable++;
            }
            else
            {
                records.Add(row);
            }
        }

        return (records, totals, duplicates, unreadable);
    }

    private static bool IsBlank(string[] row) => row.Length == 1 && row[0].Length == 0;

    private static List<string[]> Cut(string text, char separator)
    {
        var rows = new List<string[]>();
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < text.Length; index++)
        {
            var letter = text[index];
            if (quoted)
            {
                if (letter != '"')
                {
                    field.Append(letter);
                }
                else if (index + 1 < text.Length && text[index + 1] == '"')
                {
                    field.Append('"');
                    index++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (letter == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else if (letter == '\n')
            {
                fields.Add(field.ToString());
                field.Clear();
                rows.Add([.. fields]);
                fields.Clear();
            }
            else if (letter != '\r')
            {
                field.Append(letter);
            }
        }

        fields.Add(field.ToString());
        rows.Add([.. fields]);
        return rows;
    }
}
