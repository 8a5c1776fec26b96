using System.Globalization;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Columns;

/// <summary>
/// Reads the columns of one entry of the map. A column of the house format is given as a header, as a place from 1, or as a block
/// with <c>column</c> or <c>constant</c> and <c>values</c>. Columns that the map leaves out are not read.
/// </summary>
internal sealed class ColumnMapColumns(TableSchema house, string map, bool hasHeader)
{
    /// <summary>The columns of the files, under their house names.</summary>
    public IReadOnlyList<TableColumn> Read(MapNode node)
    {
        var found = new Dictionary<string, TableColumn>(StringComparer.Ordinal);
        foreach (var (key, value) in node.Entries("'columns'"))
        {
            var column = house.Columns.FirstOrDefault(known => known.Name == key.Scalar);
            if (column is null)
            {
                key.Problem("BRG-HSE-002", key.Scalar, $"The {house.Title} has no column of this name.", $"Its columns: {string.Join(", ", house.Columns.Select(known => known.Name))}.");
                continue;
            }

            if (Column(column, value) is { } mapped)
            {
                found.Add(column.Name, mapped);
            }
        }

        foreach (var missing in house.Columns.Where(column => column.Required && node.IsBlock && !found.ContainsKey(column.Name)))
        {
            node.Problem("BRG-HSE-004", missing.Name, $"The map says nothing about a column that the {house.Title} needs.", $"Add '{missing.Name}:' with the header of its column, its place, or a constant.");
        }

        return [.. house.Columns.Where(column => found.ContainsKey(column.Name)).Select(column => found[column.Name])];
    }

    private TableColumn? Column(TableColumn column, MapNode node)
    {
        if (!node.IsBlock)
        {
            return node.Text($"'{column.Name}'") is { } place ? Placed(column, node, place) : null;
        }

        var keys = node.Block($"'{column.Name}'", "column", "constant", "values");
        if (keys.ContainsKey("column") == keys.ContainsKey("constant"))
        {
            node.Problem("BRG-HSE-003", null, $"'{column.Name}' needs either 'column' or 'constant'.", "Name the column of the file, or write the text that every row gets.");
            return null;
        }

        var mapped = keys.TryGetValue("constant", out var constant)
            ? constant.Text("'constant'") is { } text ? Bare(column) with { Constant = text } : null
            : keys["column"].Text("'column'") is { } header ? Placed(column, keys["column"], header) : null;
        return mapped is not null && keys.TryGetValue("values", out var values) ? mapped with { Words = Words(values) } : mapped;
    }

    private TableColumn? Placed(TableColumn column, MapNode node, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0)
        {
            return Bare(column) with { Required = true, Position = place, Declared = $"column {text}, {map} {node.Place[(map.Length + 1)..]}" };
        }

        if (hasHeader && TableHeader.Normalize(text).Length > 0)
        {
            return new TableColumn(column.Name, column.Kind, true)
            {
                Personal = column.Personal,
                Header = text,
                Declared = $"header '{text}', {map} {node.Place[(map.Length + 1)..]}",
            };
        }

        node.Problem("BRG-HSE-003", text, $"'{column.Name}' must be {(hasHeader ? "a header or " : "")}a place from 1.", "Count the columns of the file from the left.");
        return null;
    }

    private static TableColumn Bare(TableColumn column) => column with { Aliases = [] };

    private static Dictionary<string, string> Words(MapNode node)
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in node.Entries("'values'"))
        {
            if (key.Scalar is not { } word || value.Scalar is not { } meaning)
            {
                key.Problem("BRG-HSE-003", key.Scalar, "A value must be a text that stands for a text.", "Write the word of the file, a colon, and the word of the house format.");
            }
            else if (!words.TryAdd(word.Trim(), meaning.Trim()))
            {
                key.Problem("BRG-HSE-003", word, "The same word is given twice; letter case does not matter.", "Keep one of the two.");
            }
        }

        return words;
    }
}
