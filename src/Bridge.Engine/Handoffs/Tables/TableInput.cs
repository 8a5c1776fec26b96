using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Engine.Handoffs.Tables;

/// <summary>Reads a table that a person hands in, whole: its size is bounded by what was handed out.</summary>
internal static class TableInput
{
    /// <summary>Most rows that are taken; more than any portal hands out at once.</summary>
    private const int MostRows = 200_000;

    /// <summary>The rows of a CSV or XLSX file and what is wrong with the file as a whole.</summary>
    /// <param name="schema">Columns.</param>
    /// <param name="path">Absolute path.</param>
    /// <param name="forms">What the person said about dates and numbers.</param>
    /// <param name="what">What calls for it, for errors.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="Rails.Abstractions.Errors.RailUnavailableException">The file cannot be opened or read to its end.</exception>
    public static async Task<(IReadOnlyList<TableRow> Rows, IReadOnlyList<Finding> Findings)> ReadAsync(
        TableSchema schema, string path, TableForms forms, string what, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            return ([], [Wrong(name, null, "The file is not there.", "Check the name; a relative one starts from the current folder.")]);
        }

        if (Path.GetExtension(path).ToUpperInvariant() is not (".CSV" or ".XLSX" or ".TXT" or ".TSV"))
        {
            return ([], [Wrong(name, null, "The file is neither CSV nor XLSX.", "Save it as CSV UTF-8 or as an Excel workbook (.xlsx).")]);
        }

        var folder = new TableFolder(Path.GetDirectoryName(path)!, "table", what);
        var files = folder.Find(schema, [name], forms);
        var (rows, findings) = (new List<TableRow>(), new List<Finding>());
        await foreach (var page in new RowPager(folder).ReadAsync(files, null, cancellationToken))
        {
            findings.AddRange(page.Findings.Select(finding => finding.Code switch
            {
                "BRG-TAB-005" => finding with { Remedy = "Say how dates are written with --date-order mdy, dmy or ymd, or write them as YYYY-MM-DD." },
                _ => finding,
            }));
            rows.AddRange(page.Rows);
            if (rows.Count > MostRows)
            {
                findings.Add(Wrong(name, null, $"The file has more than {MostRows} rows.", "Hand in what was handed out, in parts when it must be."));
                return ([], findings);
            }
        }

        return (rows, findings);
    }

    /// <summary>A blocking finding about a table that was handed in.</summary>
    public static Finding Wrong(string place, string? value, string rule, string remedy) => new()
    {
        Code = "BRG-TASK-001",
        Severity = Severity.Blocking,
        Place = place,
        Value = value is { Length: > 60 } ? value[..60] + "…" : value,
        Message = rule,
        Remedy = remedy,
    };
}
