using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Bridge.Simulation.Impact.Portal;

/// <summary>A file with a header, read as the web app reads it: names of any of its templates in any case and order, commas or semicolons, cells trimmed.</summary>
internal sealed class CsvTable
{
    private CsvTable(IReadOnlyList<string> columns, IReadOnlyList<CsvLine> lines)
    {
        Columns = columns;
        Lines = lines;
    }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<CsvLine> Lines { get; }

    /// <exception cref="PortalException">The text has no header or is no CSV.</exception>
    public static CsvTable Read(string text)
    {
        var plain = text.TrimStart('\uFEFF');
        var head = plain.AsSpan(0, plain.AsSpan().IndexOf('\n') is >= 0 and var end ? end : plain.Length);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            BadDataFound = null,
            Delimiter = head.Count(';') > head.Count(',') ? ";" : ",",
        };
        using var reader = new CsvReader(new StringReader(plain), configuration);
        try
        {
            if (!reader.Read() || !reader.ReadHeader())
                throw new PortalException("The file is empty.");

            string[] columns = [.. reader.HeaderRecord!.Select(ImportTemplates.ColumnOf)];
            var lines = new List<CsvLine>();
            while (reader.Read())
                lines.Add(new CsvLine(lines.Count + 2, Cells(reader, columns)));
            return new CsvTable(columns, lines);
        }
        catch (CsvHelperException exception)
        {
            throw new PortalException("The file is no CSV.", exception);
        }
    }

    private static Dictionary<string, string> Cells(CsvReader reader, string[] columns)
    {
        var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < columns.Length; i++)
        {
            if (reader.TryGetField<string>(i, out var cell) && !string.IsNullOrEmpty(cell))
                cells[columns[i]] = cell;
        }

        return cells;
    }
}
