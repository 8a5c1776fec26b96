using System.Text;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Init;

/// <summary>What to collect for a source, as a page and as a table that can be sent around. All of it is data of the rail.</summary>
/// <param name="rail">The source.</param>
internal sealed class Checklist(RailDescriptor rail)
{
    /// <summary>Folder of the exports in a new migration.</summary>
    public const string Folder = "inbox";

    private static readonly string[] Heads = ["File", "What", "Needed", "Where to get it", "Usually with", "Columns", "Without it", "Done"];

    /// <summary>The page.</summary>
    public string Markdown()
    {
        var text = new StringBuilder($"""
            # What to collect for {rail.DisplayName}

            Put every file into this folder as you got it, CSV or XLSX: names, order of columns and language do not matter. `bridge inbox` says
            what each file is and what is missing. Sheets to fill in lie in `templates/`; save them here when they are filled in.


            """);
        foreach (var schema in rail.Tables)
        {
            text.Append($"## {Capital(schema.Title)}{(schema.Required ? " (needed)" : "")}\n\n");
            text.Append($"- **Where:** {schema.Origin}\n");
            text.Append(schema.Owner.Length == 0 ? "" : $"- **Usually with:** {schema.Owner}\n");
            text.Append($"- **Columns:** {Columns(schema)}\n");
            text.Append($"- **Without it:** {Without(schema)}\n");
            text.Append($"- **A name that is found without asking:** `{schema.Patterns[0].Replace("*", "", StringComparison.Ordinal)}`\n\n");
        }

        return text.ToString();
    }

    /// <summary>The table as CSV with a byte-order mark.</summary>
    public byte[] Csv() =>
    [
        .. Encoding.UTF8.Preamble,
        .. Encoding.UTF8.GetBytes(string.Concat(Rows().Prepend(Heads).Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"))),
    ];

    /// <summary>The table as a workbook.</summary>
    public byte[] Workbook()
    {
        using var bytes = new MemoryStream();
        using (var writer = new SpreadsheetWriter(bytes))
        {
            writer.BeginSheet("Checklist", [.. Heads.Zip([28, 28, 8, 70, 28, 60, 60, 10], (title, width) => new SpreadsheetColumn(title, width))]);
            foreach (var row in Rows())
            {
                writer.WriteRow([.. row.Select(SpreadsheetCell.Of)]);
            }
        }

        return bytes.ToArray();
    }

    private IEnumerable<string[]> Rows() => rail.Tables.Select(schema => new[]
    {
        schema.Patterns[0].Replace("*", "", StringComparison.Ordinal),
        Capital(schema.Title),
        schema.Required ? "yes" : "",
        schema.Origin,
        schema.Owner,
        Columns(schema),
        Without(schema),
        "",
    });

    private static string Columns(TableSchema schema)
    {
        var needed = schema.Columns.Where(column => column.Required).Select(column => column.Name);
        var others = schema.Columns.Where(column => !column.Required).Select(column => column.Name).ToList();
        return $"needed: {string.Join(", ", needed)}{(others.Count == 0 ? "" : $"; good to have: {string.Join(", ", others)}")}";
    }

    private static string Without(TableSchema schema) =>
        schema.Without.Length > 0 ? schema.Without : schema.Required ? "The migration cannot begin." : "It goes on without it.";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
