using System.Text;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Cli.Templates;

/// <summary>Writes the tables of one rail, empty but for an example row; nothing that exists is overwritten.</summary>
/// <param name="rail">The rail.</param>
/// <param name="csv">True for CSV, false for XLSX.</param>
internal sealed class TableTemplates(RailDescriptor rail, bool csv)
{
    private const string ExampleMark = "EXAMPLE: ";
    private static readonly string[] Explained = ["Column", "Needed", "Meaning", "Also read as", "Example"];

    /// <summary>Writes all files and gives their names.</summary>
    /// <exception cref="CliException">One of them exists.</exception>
    public async Task<IReadOnlyList<string>> WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var files = Files();
        foreach (var (name, _) in files.Where(file => File.Exists(Path.Combine(folder, file.Name))))
        {
            throw new CliException("The file exists, and nothing is overwritten.", "Name another folder with --folder, or move the file away.") { Place = Path.Combine(folder, name) };
        }

        Directory.CreateDirectory(folder);
        foreach (var (name, bytes) in files)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes, cancellationToken);
        }

        return [.. files.Select(file => file.Name)];
    }

    /// <summary>Names and bytes of all files.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Files()
    {
        var files = rail.Templates.Select(schema => (Name: NameOf(schema), Bytes: csv ? Text(schema) : Workbook(schema))).ToList();
        if (csv)
        {
            files.Add((rail.Id + "-columns.md", Encoding.UTF8.GetBytes(Explanation())));
        }

        return files;
    }

    private string NameOf(TableSchema schema) => Path.ChangeExtension(schema.Patterns[0].Replace("*", "", StringComparison.Ordinal), csv ? ".csv" : ".xlsx");

    private static IEnumerable<string> Example(TableSchema schema) =>
        schema.Columns.Select((column, index) => index == 0 ? ExampleMark + column.Example : column.Example);

    /// <summary>CSV with a byte-order mark, by which desktop programs know that it is UTF-8.</summary>
    private static byte[] Text(TableSchema schema)
    {
        var lines = new[] { schema.Columns.Select(column => column.Name), Example(schema) };
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => string.Join(',', line.Select(Quote)) + "\r\n")))];
    }

    private static string Quote(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] Workbook(TableSchema schema)
    {
        using var bytes = new MemoryStream();
        using (var writer = new SpreadsheetWriter(bytes))
        {
            writer.BeginSheet(schema.Name, [.. schema.Columns.Select((column, index) => new SpreadsheetColumn(column.Name, Math.Clamp(Math.Max(column.Name.Length, column.Example.Length + (index == 0 ? ExampleMark.Length : 0)) + 3, 12, 50)))]);
            writer.WriteRow([.. Example(schema).Select(SpreadsheetCell.Of)]);
            writer.BeginSheet("Columns", [.. Explained.Zip([24, 10, 90, 40, 30], (title, width) => new SpreadsheetColumn(title, width))]);
            foreach (var column in schema.Columns)
            {
                writer.WriteRow([.. Explain(column).Select(SpreadsheetCell.Of)]);
            }
        }

        return bytes.ToArray();
    }

    private static string[] Explain(TableColumn column) =>
        [column.Name, column.Required ? "yes" : "", column.Meaning, string.Join(", ", column.Aliases), column.Example];

    private string Explanation()
    {
        var text = new StringBuilder($"# Tables of {rail.DisplayName}\n\nThe row that begins with `EXAMPLE:` is skipped. Columns may stand in any order; those that are not needed may be left out.\n");
        foreach (var schema in rail.Templates)
        {
            text.Append($"\n## {NameOf(schema)}: {schema.Title}\n\n{schema.Origin}\n\n| {string.Join(" | ", Explained)} |\n|{string.Concat(Explained.Select(_ => "---|"))}\n");
            foreach (var column in schema.Columns)
            {
                text.Append($"| {string.Join(" | ", Explain(column).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");
            }
        }

        return text.ToString();
    }
}
