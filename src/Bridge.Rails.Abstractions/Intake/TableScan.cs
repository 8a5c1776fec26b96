using System.Globalization;
using Bridge.Model.Findings;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Abstractions.Intake;

/// <summary>
/// One pass over a whole file as it will be read: counts, the first rows, what the kind of table asks about and needs to know. Rows are
/// not held; keys are, which are as many as the program has partners or offers.
/// </summary>
public sealed class TableScan
{
    private const int RowsBetweenReports = 20_000;
    private readonly Dictionary<string, OpenTerms> open = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> first = [];
    private readonly List<Finding> findings = [];

    private TableScan(TableFile file) => File = file;

    /// <summary>Rows that are shown.</summary>
    public const int Shown = 10;

    /// <summary>The file as it is read.</summary>
    public TableFile File { get; }

    /// <summary>Rows with content.</summary>
    public long Rows { get; private set; }

    /// <summary>Rows that sum up others, and example rows of templates.</summary>
    public long Totals { get; private set; }

    /// <summary>Rows that cannot be read, or lack something needed.</summary>
    public long Unreadable { get; private set; }

    /// <summary>The first rows as they were read: dates as YYYY-MM-DD, numbers with a point, personal cells masked unless wanted.</summary>
    public IReadOnlyList<IReadOnlyList<string>> First => first;

    /// <summary>What was noted about the file as a whole.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Values of the column by which rows of this kind are known; empty when the kind has none.</summary>
    public IReadOnlySet<string> Keys => keys;

    /// <summary>Terms that the sheet leaves open, by key.</summary>
    public IReadOnlyDictionary<string, OpenTerms> Open => open;

    /// <summary>Earliest day of the column that says what time the file covers; null when there is none.</summary>
    public DateTimeOffset? From { get; private set; }

    /// <summary>Latest day, as above.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Reads a file from start to end.</summary>
    public static async Task<TableScan> RunAsync(TableFolder folder, TableFile file, bool showPersonal, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var scan = new TableScan(file);
        var next = (long)RowsBetweenReports;
        await foreach (var page in new RowPager(folder).ReadAsync([file], null, cancellationToken))
        {
            scan.findings.AddRange(page.Findings);
            foreach (var row in page.Rows)
            {
                scan.Add(row, showPersonal);
            }

            if (scan.Rows >= next)
            {
                progress?.Report(scan.Rows);
                next = scan.Rows + RowsBetweenReports;
            }
        }

        return scan;
    }

    private void Add(TableRow row, bool showPersonal)
    {
        Rows++;
        if (row.IsExample() || row.IsTotal())
        {
            Totals++;
            return;
        }

        var schema = File.Schema;
        var cells = new CellReader(row);
        var whole = row.Damage() is null;
        foreach (var column in schema.Columns.Where(column => column.Required))
        {
            Read(cells, column);
        }

        Unreadable += !whole || cells.Unreadable ? 1 : 0;
        if (!whole)
        {
            return;
        }

        if (first.Count < Shown)
        {
            first.Add([.. schema.Columns.Select(column => Show(new CellReader(row), column, schema, showPersonal))]);
        }

        if (!cells.Unreadable && schema.KeyColumn is { } key && row.Text(key) is { Length: > 0 } value && Counts(row, schema))
        {
            keys.Add(value);
        }

        if (schema.PeriodColumn is { } period && cells.Date(period, fatal: false) is { } day)
        {
            From = From is null || day < From ? day : From;
            Until = Until is null || day > Until ? day : Until;
        }

        foreach (var question in schema.Questions)
        {
            Ask(question, row);
        }
    }

    private void Ask(TableQuestion question, TableRow row)
    {
        var thresholds = question.When.Select(row.Text).Where(text => text.Length > 0 && text.AsSpan().ContainsAnyInRange('1', '9')).ToList();
        var key = row.Text(question.Key);
        if (thresholds.Count == 0 || row.Text(question.Blank).Length > 0 || key.Length == 0)
        {
            return;
        }

        if (!open.TryGetValue(key, out var known))
        {
            open.Add(key, known = new OpenTerms(question, row.Text(question.Label)));
        }

        known.Add(thresholds, row.Line);
    }

    /// <summary>A row that states another state than its file's does not count among its keys.</summary>
    private static bool Counts(TableRow row, TableSchema schema) =>
        schema.Tell is not { } tell || row.Text(tell.Column) is not { Length: > 0 } word || tell.Has(word);

    private static void Read(CellReader cells, TableColumn column)
    {
        switch (column.Kind)
        {
            case CellKind.Id:
                cells.OptionalId(column.Name, fatal: true);
                break;
            case CellKind.Number:
                cells.Number(column.Name, fatal: true);
                break;
            case CellKind.Date:
                cells.Date(column.Name, fatal: true);
                break;
            default:
                cells.Text(column.Name);
                break;
        }
    }

    private static string Show(CellReader cells, TableColumn column, TableSchema schema, bool showPersonal)
    {
        var text = cells.Row.Text(column.Name);
        if (text.Length == 0)
        {
            return "";
        }

        if (!showPersonal && (column.Personal || text.Contains('@', StringComparison.Ordinal) || (schema.Personal && column.Kind != CellKind.Id)))
        {
            return "***";
        }

        return column.Kind switch
        {
            CellKind.Number when cells.Number(column.Name, fatal: false) is { } number => number.ToString("0.######", CultureInfo.InvariantCulture),
            CellKind.Date when cells.Date(column.Name, fatal: false) is { } date => date.TimeOfDay == TimeSpan.Zero
                ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : date.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
            CellKind.Number or CellKind.Date => $"? {text}",
            _ => text,
        };
    }
}
