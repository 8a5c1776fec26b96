using System.Collections.Frozen;
using System.Text;

namespace Bridge.Rails.Rakuten.Files;

/// <summary>Which known column stands where in one file. Letter case, blanks and punctuation of headers do not matter.</summary>
internal sealed class ExportHeader
{
    private readonly FrozenDictionary<string, int> places;

    private ExportHeader(FrozenDictionary<string, int> places, IReadOnlyList<string> found, IReadOnlyList<ExportColumn> missing)
    {
        this.places = places;
        Found = found;
        Missing = missing;
    }

    /// <summary>Headers as written.</summary>
    public IReadOnlyList<string> Found { get; }

    /// <summary>Required columns that are not there.</summary>
    public IReadOnlyList<ExportColumn> Missing { get; }

    /// <summary>Number of known columns found.</summary>
    public int Known => places.Count;

    /// <summary>Maps the fields of a header row; the first of two equal headers counts.</summary>
    public static ExportHeader Of(ExportSchema schema, IReadOnlyList<string> fields)
    {
        var written = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < fields.Count; index++)
        {
            written.TryAdd(Normalize(fields[index]), index);
        }

        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in schema.Columns)
        {
            // The English name wins over an alias: a custom report may carry "Publisher ID" and "SID".
            foreach (var name in (string[])[column.Name, .. column.Aliases])
            {
                if (written.TryGetValue(Normalize(name), out var index) && !places.ContainsValue(index))
                {
                    places.Add(column.Name, index);
                    break;
                }
            }
        }

        return new ExportHeader(
            places.ToFrozenDictionary(StringComparer.Ordinal),
            [.. fields.Select(field => field.Trim())],
            [.. schema.Columns.Where(column => column.Required && !places.ContainsKey(column.Name))]);
    }

    /// <summary>Field index of a column; -1 when the file does not have it.</summary>
    public int PlaceOf(string column) => places.TryGetValue(column, out var index) ? index : -1;

    private static string Normalize(string header)
    {
        var text = new StringBuilder(header.Length);
        foreach (var letter in header.Trim())
        {
            if (char.IsLetterOrDigit(letter))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
        }

        return text.ToString();
    }
}
