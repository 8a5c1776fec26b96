using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Rakuten.Files;

namespace Bridge.Rails.Rakuten;

/// <summary>Every finding of this connector in one place: codes are stable and listed in the README of the folder.</summary>
internal static class RakutenFindings
{
    private const int LongestValue = 60;

    public static Finding FolderMissing(string folder) => new()
    {
        Code = "BRG-RKT-001",
        Severity = Severity.Blocking,
        Place = folder,
        Message = "The export folder does not exist or is not a folder.",
        Remedy = "Create it and put the exports there, or correct 'exportFolder' of the connection.",
    };

    public static Finding FileMissing(ExportSchema schema, IReadOnlyList<string> patterns, string folder, bool blocking) => new()
    {
        Code = blocking ? "BRG-RKT-002" : "BRG-RKT-011",
        Severity = blocking ? Severity.Blocking : Severity.Warning,
        Place = folder,
        Value = string.Join(", ", patterns),
        Message = $"There is no file of the {schema.Title}.",
        Remedy = $"{schema.Origin} Columns: {Names(schema, requiredAlone: true)}. If the program has none, write '{schema.Setting}: none'.",
    };

    public static Finding ColumnMissing(ExportFile file, ExportHeader header, int line) => new()
    {
        Code = "BRG-RKT-003",
        Severity = Severity.Blocking,
        Place = $"{file.Name}:{line}",
        Value = string.Join(", ", header.Missing.Select(column => column.Name)),
        Message = $"The {file.Schema.Title} lacks a column that is needed. Found: {(header.Found.Count == 0 ? "nothing" : Cut(string.Join(", ", header.Found), 400))}.",
        Remedy = $"{file.Schema.Origin} Include: {string.Join(", ", header.Missing.Select(column => column.Name))}.",
    };

    public static Finding NoHeader(ExportFile file) => new()
    {
        Code = "BRG-RKT-004",
        Severity = Severity.Blocking,
        Place = $"{file.Name}:1",
        Message = $"The file of the {file.Schema.Title} is empty: a header row is needed even when there are no rows.",
        Remedy = file.Schema.Origin,
    };

    public static Finding DatesUnclear(ExportFile file, EvidenceCell first, EvidenceCell? second) => new()
    {
        Code = "BRG-RKT-005",
        Severity = Severity.Blocking,
        Place = $"{file.Name}:{first.Line}",
        Value = first.Text,
        Message = second is null
            ? $"Column '{first.Column}': day and month of this date can stand either way, and no date of the file settles it. The file was not read."
            : $"Column '{first.Column}': this date and '{second.Text}' in line {second.Line} have day and month in different order. The file was not read.",
        Remedy = second is null
            ? "Set 'dateOrder' of the connection to mdy, dmy or ymd, or export dates as YYYY-MM-DD."
            : "Correct the wrong one, or set 'dateOrder' of the connection: dates of the other order are then reported row by row.",
    };

    public static Finding NumbersUnclear(ExportFile file, EvidenceCell first, EvidenceCell? second) => new()
    {
        Code = "BRG-RKT-006",
        Severity = Severity.Blocking,
        Place = $"{file.Name}:{first.Line}",
        Value = first.Text,
        Message = second is null
            ? $"Column '{first.Column}': the mark in this number may group thousands or begin decimals, and no number of the file settles it. The file was not read."
            : $"Column '{first.Column}': this number and '{second.Text}' in line {second.Line} are written in different forms. The file was not read.",
        Remedy = second is null
            ? "Set 'numberFormat' of the connection to 1,234.56 or 1.234,56."
            : "Correct the wrong one, or set 'numberFormat' of the connection: numbers of the other form are then reported row by row.",
    };

    public static Finding EncodingUnknown(ExportFile file) => new()
    {
        Code = "BRG-RKT-007",
        Severity = Severity.Blocking,
        Place = file.Name,
        Message = "The file is UTF-16 text, which is not read.",
        Remedy = "Save it again as CSV UTF-8.",
    };

    public static Finding ReadAsWestern(ExportFile file, int line) => new()
    {
        Code = "BRG-RKT-010",
        Severity = Severity.Note,
        Place = $"{file.Name}:{line}",
        Message = "This line is not UTF-8, so the file was read as Windows-1252.",
        Remedy = "Look at names with accents in the report; if they are wrong, save the file again as CSV UTF-8.",
    };

    public static Finding Joined(EntityKind entity, string file, string what) => new()
    {
        Code = "BRG-RKT-013",
        Severity = Severity.Note,
        Entity = entity,
        Place = file,
        Message = $"Rows that were joined to other records: {what}.",
        Remedy = "Nothing to do; compare with the file if a number surprises.",
    };

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
    public static string? Showable(ExportSchema schema, string column, string text)
    {
        var personal = schema.Personal || column is "Email" or "URL" || text.Contains('@', StringComparison.Ordinal);
        return personal || text.Length == 0 ? null : Cut(text, LongestValue);
    }

    private static string Names(ExportSchema schema, bool requiredAlone) =>
        string.Join(", ", schema.Columns.Where(column => column.Required || !requiredAlone).Select(column => column.Name));

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";
}
