using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Which known column stands where in one file. Letter case, blanks and punctuation of headers do not matter.</summary>
public sealed class TableHeader
{
    private readonly FrozenDictionary<string, int> places;
    private readonly FrozenDictionary<string, TableColumn> declared;

    private TableHeader(FrozenDictionary<string, int> places, FrozenDictionary<string, TableColumn> declared, IReadOnlyList<string> found, IReadOnlyList<TableColumn> missing)
    {
        this.places = places;
        this.declared = declared;
        Found = found;
        Missing = missing;
    }

    /// <summary>Headers as written; the numbers of the columns when the file has no header.</summary>
    public IReadOnlyList<string> Found { get; }

    /// <summary>Required columns that are not there.</summary>
    public IReadOnlyList<TableColumn> Missing { get; }

    /// <summary>Number of known columns found.</summary>
    public int Known => places.Count;

    /// <summary>Maps the fields of a header row, or of the first row of a file without one; the first of two equal headers counts.</summary>
    public static TableHeader Of(TableSchema schema, IReadOnlyList<string> fields)
    {
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; schema.HasHeader && index < fields.Count; index++)
        {
            written.TryAdd(Normalize(fields[index]), index);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in schema.Columns)
        {
            Place(column, fields.Count, written, places);
        }

        return new TableHeader(
            places.ToFrozenDictionary(StringComparer.Ordinal),
            schema.Columns.Where(column => column.Constant is not null || column.Words is not null).ToFrozenDictionary(column => column.Name, StringComparer.Ordinal),
            schema.HasHeader
                ? [.. fields.Select(field => field.Trim())]
                : [.. Enumerable.Range(1, fields.Count).Select(number => number.ToString(CultureInfo.InvariantCulture))],
            [.. schema.Columns.Where(column => column is { Required: true, Constant: null } && !places.ContainsKey(column.Name))]);
    }

    /// <summary>Field index of a column; -1 when the file does not have it.</summary>
    public int PlaceOf(string column) => places.TryGetValue(column, out var index) ? index : -1;

    /// <summary>Text by which headers are compared: letters and digits alone, in lower case.</summary>
    public static string Normalize(string header)
    {
        var text = new StringBuilder(header.Length);
        foreach (var letter in header.AsSpan().Trim())
        {
            if (char.IsLetterOrDigit(letter))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
        }

        return text.ToString();
    }

    /// <summary>The column when it has a constant or words of its own; else null.</summary>
    internal TableColumn? DeclaredOf(string column) => declared.GetValueOrDefault(column);

    private static void Place(TableColumn column, int count, Dictionary<string, int> written, Dictionary<string, int> places)
    {
        if (column.Position is { } position)
        {
            if (position <= count)
            {
                places.Add(column.Name, position - 1);
            }

            return;
        }

        // The first name wins over an alias: a custom report may carry "Publisher ID" and "SID".
        foreach (var name in column.Header is { } header ? [header] : (string[])[column.Name, .. column.Aliases])
        {
            if (written.TryGetValue(Normalize(name), out var index) && !places.ContainsValue(index))
            {
                places.Add(column.Name, index);
                return;
            }
        }
    }
}
