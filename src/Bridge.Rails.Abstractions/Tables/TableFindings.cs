using System.Globalization;
using Bridge.Model.Findings;
using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>The findings of reading table files. Codes are stable; <see cref="TableFindingCodes"/> explains each of them.</summary>
public static class TableFindings
{
    private const int LongestValue = 60;

    /// <summary>The folder is not there.</summary>
    /// <param name="folder">Its path.</param>
    /// <param name="setting">Setting that names it.</param>
    public static Finding FolderMissing(string folder, string setting) => new()
    {
        Code = "BRG-TAB-001",
        Severity = Severity.Blocking,
        Place = folder,
        Message = "The export folder does not exist or is not a folder.",
        Remedy = $"Create it and put the exports there, or correct '{setting}' of the connection.",
    };

    /// <summary>No file of a kind is there: blocking when a migration cannot do without it.</summary>
    public static Finding FileMissing(TableSchema schema, IReadOnlyList<string> patterns, string folder, bool blocking) => new()
    {
        Code = blocking ? "BRG-TAB-002" : "BRG-TAB-011",
        Severity = blocking ? Severity.Blocking : Severity.Warning,
        Place = folder,
        Value = string.Join(", ", patterns),
        Message = $"There is no file of the {schema.Title}.",
        Remedy = $"{schema.Origin} Columns: {string.Join(", ", schema.Columns.Where(column => column.Required).Select(column => column.Name))}. If the program has none, write '{schema.Setting}: none'.",
    };

    /// <summary>A finding about one row or cell.</summary>
    /// <param name="code">Code.</param>
    /// <param name="severity">Weight.</param>
    /// <param name="entity">What the row would be.</param>
    /// <param name="place">File and line.</param>
    /// <param name="value">Text of the cell as <see cref="Showable"/> gave it; it is cut.</param>
    /// <param name="rule">What is wrong.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="subject">Key of the record, or null.</param>
    public static Finding Row(string code, Severity severity, EntityKind entity, string place, string? value, string rule, string remedy, string? subject = null) => new()
    {
        Code = code,
        Severity = severity,
        Entity = entity,
        Subject = subject,
        Place = place,
        Value = value is null ? null : Cut(value, LongestValue),
        Message = rule,
        Remedy = remedy,
    };

    /// <summary>A cell's text when it may be shown: never from a personal column or file, never with an at-sign, cut.</summary>
    public static string? Showable(TableSchema schema, string column, string text)
    {
        var personal = schema.Personal
            || text.Contains('@', StringComparison.Ordinal)
            || schema.Columns.Any(known => known.Personal && string.Equals(known.Name, column, StringComparison.Ordinal));
        return personal || text.Length == 0 ? null : Cut(text, LongestValue);
    }

    internal static Finding ColumnMissing(TableFile file, TableHeader header, int line) => new()
    {
        Code = "BRG-TAB-003",
        Severity = Severity.Blocking,
        Place = $"{file.Name}:{line}",
        Value = string.Join(", ", header.Missing.Select(column => column.Declared is { } declared ? $"{column.Name} ({declared})" : column.Name)),
        Message = $"The {file.Schema.Title} lacks a column that is needed. Found: {(header.Found.Count == 0 ? "nothing" : Cut(string.Join(", ", header.Found), 400))}.",
        Remedy = $"{file.Schema.Origin} Include: {string.Join(", ", header.Missing.Select(column => column.Name))}.",
    };

    internal static Finding NoHeader(TableFile file) => new()
    {
        Code = "BRG-TAB-004",
        Severity = Severity.Blocking,
        Place = $"{file.Name}:1",
        Message = $"The file of the {file.Schema.Title} is empty: a header row is needed even when there are no rows.",
        Remedy = file.Schema.Origin,
    };

    internal static Finding DatesUnclear(TableFile file, EvidenceCell first, EvidenceCell? second) => new()
    {
        Code = "BRG-TAB-005",
        Severity = Severity.Blocking,
        Place = $"{file.Name}:{first.Line}",
        Value = first.Text,
        Message = second is null
            ? $"Column '{first.Column}': day and month of this date can stand either way, and no date of the file settles it. The file was not read."
            : $"Column '{first.Column}': this date and '{second.Text}' in line {second.Line} have day and month in different order. The file was not read.",
        Remedy = second is null
            ? "Set 'dateOrder' of the connection, or of its column map, to mdy, dmy or ymd, or export dates as YYYY-MM-DD."
            : "Correct the wrong one, or set 'dateOrder' of the connection or of its column map: dates of the other order are then reported row by row.",
    };

    internal static Finding NumbersUnclear(TableFile file, EvidenceCell first, EvidenceCell? second) => new()
    {
        Code = "BRG-TAB-006",
        Severity = Severity.Blocking,
        Place = $"{file.Name}:{first.Line}",
        Value = first.Text,
        Message = second is null
            ? $"Column '{first.Column}': the mark in this number may group thousands or begin decimals, and no number of the file settles it. The file was not read."
            : $"Column '{first.Column}': this number and '{second.Text}' in line {second.Line} are written in different forms. The file was not read.",
        Remedy = second is null
            ? "Set 'numberFormat' of the connection, or of its column map, to 1,234.56 or 1.234,56."
            : "Correct the wrong one, or set 'numberFormat' of the connection or of its column map: numbers of the other form are then reported row by row.",
    };

    internal static Finding EncodingUnknown(TableFile file) => new()
    {
        Code = "BRG-TAB-007",
        Severity = Severity.Blocking,
        Place = file.Name,
        Message = "The file is UTF-16 text, which is not read.",
        Remedy = "Save it again as CSV UTF-8.",
    };

    internal static Finding SheetUnreadable(string file, string reason, string remedy) => new()
    {
        Code = "BRG-TAB-008",
        Severity = Severity.Blocking,
        Place = file,
        Message = $"The workbook cannot be read: {reason}.",
        Remedy = remedy,
    };

    internal static Finding SheetMissing(string file, string sheet, IReadOnlyList<string> found) => new()
    {
        Code = "BRG-TAB-009",
        Severity = Severity.Blocking,
        Place = file,
        Value = sheet,
        Message = $"The workbook has no such sheet. Found: {Cut(string.Join(", ", found), 400)}.",
        Remedy = "Correct the name behind '#' in the file pattern, or leave it out to read the first visible sheet.",
    };

    internal static Finding ReadAsWestern(TableFile file, int line) => new()
    {
        Code = "BRG-TAB-010",
        Severity = Severity.Note,
        Place = $"{file.Name}:{line}",
        Message = "This line is not UTF-8, so the file was read as Windows-1252.",
        Remedy = "Look at names with accents in the report; if they are wrong, save the file again as CSV UTF-8.",
    };

    internal static Finding SheetChosen(string file, string sheet, int count) => new()
    {
        Code = "BRG-TAB-015",
        Severity = Severity.Note,
        Place = file,
        Value = sheet,
        Message = string.Create(CultureInfo.InvariantCulture, $"The workbook has {count} visible sheets; this one, the first, was read."),
        Remedy = "Nothing to do if it is the right one; else name the sheet behind '#' in the file pattern: partners.xlsx#Approved.",
    };

    internal static Finding HiddenRows(string file, int first, int count) => new()
    {
        Code = "BRG-TAB-016",
        Severity = Severity.Note,
        Place = $"{file}:{first}",
        Message = string.Create(CultureInfo.InvariantCulture, $"{count} hidden or filtered rows were read like all others; this is the first one."),
        Remedy = "Delete rows that do not belong to the table; hiding them changes nothing.",
    };

    internal static Finding MergedCells(string file, string range, int count) => new()
    {
        Code = "BRG-TAB-017",
        Severity = Severity.Warning,
        Place = file,
        Value = range,
        Message = string.Create(CultureInfo.InvariantCulture, $"{count} groups of merged cells: the value stands in the first cell alone, the others are blank."),
        Remedy = "Unmerge the cells and fill every row, unless the blanks are meant.",
    };

    internal static Finding NotComputed(string file, int line, int count) => new()
    {
        Code = "BRG-TAB-018",
        Severity = Severity.Warning,
        Place = $"{file}:{line}",
        Message = string.Create(CultureInfo.InvariantCulture, $"{count} formulas have no stored value, this row has the first one; their cells count as unreadable."),
        Remedy = "Open the workbook in a spreadsheet program, let it compute and save it again.",
    };

    internal static Finding Example(EntityKind entity, string place) => new()
    {
        Code = "BRG-TAB-019",
        Severity = Severity.Note,
        Entity = entity,
        Place = place,
        Message = "The example row of the template was skipped.",
        Remedy = "Nothing to do; delete the row if it is in the way.",
    };

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";
}
