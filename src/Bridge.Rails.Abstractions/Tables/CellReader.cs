using System.Globalization;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Reads the cells of one row and collects every one that cannot be read.</summary>
/// <param name="row">The row.</param>
public sealed class CellReader(TableRow row)
{
    private readonly List<CellProblem> problems = [];

    /// <summary>The row.</summary>
    public TableRow Row => row;

    /// <summary>Cells that could not be read.</summary>
    public IReadOnlyList<CellProblem> Problems => problems;

    /// <summary>True when a cell that the record cannot do without could not be read.</summary>
    public bool Unreadable => problems.Exists(problem => problem.Fatal);

    /// <summary>Text, or null when blank. The error of a spreadsheet formula is a problem, not a text.</summary>
    public string? Text(string column)
    {
        if (row.Text(column) is not { Length: > 0 } text)
        {
            return null;
        }

        if (!SpreadsheetErrors.Contains(text))
        {
            return text;
        }

        if (!HasProblem(column))
        {
            Add(column, text, Required(column), text == SpreadsheetErrors.NotComputed
                ? "holds a formula whose value was never computed"
                : "holds the error of a spreadsheet formula");
        }

        return null;
    }

    /// <summary>Text that must be there; empty with a problem when it is not.</summary>
    public string RequiredText(string column) => Text(column) ?? (HasProblem(column) ? "" : Missing(column));

    /// <summary>Digits that must be there; leading zeros are kept.</summary>
    public string RequiredId(string column) => OptionalId(column, fatal: true) ?? (HasProblem(column) ? "" : Missing(column));

    /// <summary>Digits, or null when blank.</summary>
    public string? OptionalId(string column, bool fatal)
    {
        var text = Text(column);
        if (text is null || !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return text;
        }

        Add(column, text, fatal, "must be digits alone");
        return null;
    }

    /// <summary>A number, or null when blank or unreadable.</summary>
    public decimal? Number(string column, bool fatal)
    {
        var text = Text(column);
        if (text is null)
        {
            return null;
        }

        if (NumberText.TryParse(text, row.IsNative(column) ? NumberStyle.Point : row.Dialect.Numbers, out var number))
        {
            return number;
        }

        Add(column, text, fatal, $"must be a number written as {(row.Dialect.Numbers == NumberStyle.Point ? "1,234.56" : "1.234,56")}, the form of this file");
        return null;
    }

    /// <summary>A number that must be there; zero with a problem when it is not.</summary>
    public decimal RequiredNumber(string column)
    {
        if (Text(column) is null && !HasProblem(column))
        {
            Missing(column);
        }

        return Number(column, fatal: true) ?? 0;
    }

    /// <summary>A whole number from zero, or null when blank or unreadable.</summary>
    public int? Count(string column, bool fatal)
    {
        var number = Number(column, fatal);
        if (number is not { } found || (found is >= 0 and <= int.MaxValue && found == Math.Truncate(found)))
        {
            return (int?)number;
        }

        Add(column, row.Text(column), fatal, "must be a whole number from 0");
        return null;
    }

    /// <summary>A date, or null when blank or unreadable.</summary>
    public DateTimeOffset? Date(string column, bool fatal) => Instant(column, fatal, endOfDay: false);

    /// <summary>A last day: its last second, since the day itself still counts; null when blank or unreadable.</summary>
    public DateTimeOffset? LastDay(string column) => Instant(column, fatal: false, endOfDay: true);

    /// <summary>Y or N in usual spellings; null when blank or unreadable.</summary>
    public bool? Flag(string column)
    {
        var text = Text(column);
        switch (text?.ToUpperInvariant())
        {
            case null:
                return null;
            case "Y" or "YES" or "TRUE" or "1" or "JA" or "OUI":
                return true;
            case "N" or "NO" or "FALSE" or "0" or "NEIN" or "NON":
                return false;
            default:
                Add(column, text!, fatal: false, "must be Y or N");
                return null;
        }
    }

    /// <summary>Notes a cell that cannot be used.</summary>
    public void Add(string column, string text, bool fatal, string rule) => problems.Add(new CellProblem(
        column, TableFindings.Showable(row.File.Schema, column, text), fatal, rule));

    private DateTimeOffset? Instant(string column, bool fatal, bool endOfDay)
    {
        var text = Text(column);
        if (text is null)
        {
            return null;
        }

        if (DateText.TryParse(text, row.Dialect.Dates, row.File.Forms.Zone, out var instant, out var wholeDay))
        {
            return endOfDay && wholeDay ? instant.AddDays(1).AddSeconds(-1) : instant;
        }

        Add(column, text, fatal, row.Dialect.Dates is { } order
            ? string.Create(CultureInfo.InvariantCulture, $"must be a date, {Words(order)} as elsewhere in this file")
            : "must be a date such as 2026-06-30; for dates like 3/4/26 set 'dateOrder' of the connection or of its column map");
        return null;
    }

    private static string Words(DateOrder order) => order switch
    {
        DateOrder.MonthFirst => "month first",
        DateOrder.DayFirst => "day first",
        _ => "year first",
    };

    private bool Required(string column) => row.File.Schema.Columns.Any(known => known.Required && known.Name == column);

    private bool HasProblem(string column) => problems.Exists(problem => problem.Column == column);

    private string Missing(string column)
    {
        problems.Add(new CellProblem(column, null, Fatal: true, "must not be blank"));
        return "";
    }
}
