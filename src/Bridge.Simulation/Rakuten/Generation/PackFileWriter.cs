using System.Globalization;
using System.Text;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Writes one file, soils it on the way, and counts what it wrote.</summary>
internal sealed class PackFileWriter : IDisposable
{
    private readonly string _name;
    private readonly FileDialect _dialect;
    private readonly StreamWriter _writer;
    private readonly bool _dirt;
    private readonly int _keyColumn;
    private string? _copy;
    private int _records;
    private int _totals;
    private int _duplicates;
    private int _short;
    private int _letters;
    private int _blank;
    private int _newLines;
    private int _quotes;

    /// <param name="name">Path inside the pack.</param>
    /// <param name="stream">Where to write; closed with the writer.</param>
    /// <param name="dialect">Encoding, separator, line ends.</param>
    /// <param name="headers">Header row; null for a list of bare values.</param>
    /// <param name="dirt">Whether to add duplicates, unreadable rows and blank lines.</param>
    /// <param name="keyColumn">The numeric column that an unreadable row has letters in.</param>
    public PackFileWriter(string name, Stream stream, FileDialect dialect, string[]? headers, bool dirt, int keyColumn = 0)
    {
        _name = name;
        _dialect = dialect;
        _dirt = dirt;
        _keyColumn = keyColumn;
        _writer = new StreamWriter(stream, dialect.Encoding, 1 << 16);
        if (dialect.ByteOrderMark)
        {
            _writer.Write('\ufeff');
        }

        if (headers is not null)
        {
            WriteLine(Join(headers));
        }
        else
        {
            IsList = true;
        }
    }

    public RowStyle Style => _dialect.Style;

    /// <summary>Kinds of dirt that the values themselves carry.</summary>
    public RakutenDirtCounts Dirt { get; set; } = new();

    private bool IsList { get; }

    public void Record(params string[] fields)
    {
        _newLines += fields.Count(field => field.Contains('\n', StringComparison.Ordinal));
        _quotes += fields.Count(field => field.Contains('"', StringComparison.Ordinal));
        var line = Join(fields);
        WriteLine(line);
        _records++;
        if (_dirt)
        {
            Soil(fields, line);
        }
    }

    public void Total(params string[] fields)
    {
        WriteCopy();
        WriteLine(Join(fields));
        _totals++;
    }

    public RakutenFileTruth Finish()
    {
        WriteCopy();
        _writer.Flush();
        return new RakutenFileTruth
        {
            Name = _name,
            Rows = _records + _totals + _duplicates + _short + _letters,
            Records = _records,
            Totals = _totals,
            Duplicates = _duplicates,
            Unreadable = _short + _letters,
            Encoding = _dialect.EncodingName,
            ByteOrderMark = _dialect.ByteOrderMark,
            Separator = IsList ? "" : _dialect.Separator.ToString(),
            NewLine = _dialect.NewLine == "\n" ? "LF" : "CRLF",
            DateFormat = Style.DateName,
            NumberFormat = Style.NumberName,
            Dirt = Dirt with
            {
                ShortRows = _short,
                LettersInKey = _letters,
                BlankLines = _blank,
                QuotedNewLines = _newLines,
                QuotesInside = _quotes,
            },
        };
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>By the count of records, early enough that small files get their share.</summary>
    private void Soil(string[] fields, string line)
    {
        if (_copy is null && _records % 60 == 3)
        {
            _copy = line;
        }
        else if (_records % 60 is 8 or 9)
        {
            WriteCopy();
        }

        if (_records % 90 == 4)
        {
            WriteLine("");
            _blank++;
        }

        if (IsList)
        {
            return;
        }

        if (_records % 110 == 6)
        {
            WriteLine(Join(fields.AsSpan(0, 2)));
            _short++;
        }

        if (_records % 130 == 7)
        {
            string[] broken = [.. fields];
            broken[_keyColumn] = string.Create(CultureInfo.InvariantCulture, $"12X45Y{_records}");
            WriteLine(Join(broken));
            _letters++;
        }
    }

    private void WriteCopy()
    {
        if (_copy is not null)
        {
            WriteLine(_copy);
            _duplicates++;
            _copy = null;
        }
    }

    private void WriteLine(string line)
    {
        _writer.Write(line);
        _writer.Write(_dialect.NewLine);
    }

    private string Join(ReadOnlySpan<string> fields)
    {
        var line = new StringBuilder(128);
        for (var index = 0; index < fields.Length; index++)
        {
            if (index > 0)
            {
                line.Append(_dialect.Separator);
            }

            var field = fields[index];
            if (field.AsSpan().ContainsAny(_dialect.Separator, '"', '\n'))
            {
                line.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            }
            else
            {
                line.Append(field);
            }
        }

        return line.ToString();
    }
}
