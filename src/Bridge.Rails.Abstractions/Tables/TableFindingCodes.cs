using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>What each finding of reading table files means, for people who look a code up.</summary>
public static class TableFindingCodes
{
    /// <summary>All codes in their order.</summary>
    public static IReadOnlyList<TableFindingCode> All { get; } =
    [
        new("BRG-TAB-001", "ExportFolderMissing", Severity.Blocking, "The folder of the exports does not exist.", "Create it, or correct the setting that names it."),
        new("BRG-TAB-002", "TableFileMissing", Severity.Blocking, "A file that a migration cannot do without is not in the folder.", "Export it, or say 'none' in its setting."),
        new("BRG-TAB-003", "TableColumnMissing", Severity.Blocking, "A file lacks a column that is needed.", "Export it with that column, or name the column in a map."),
        new("BRG-TAB-004", "TableFileEmpty", Severity.Blocking, "A file is empty: not even a header row.", "Export it again."),
        new("BRG-TAB-005", "TableDatesUnclear", Severity.Blocking, "Day and month of the dates in a file can stand either way, or contradict each other.", "Set 'dateOrder', or export dates as YYYY-MM-DD."),
        new("BRG-TAB-006", "TableNumbersUnclear", Severity.Blocking, "The marks in the numbers of a file can be read in two ways, or contradict each other.", "Set 'numberFormat'."),
        new("BRG-TAB-007", "TableEncodingUnknown", Severity.Blocking, "A file is UTF-16 text.", "Save it again as CSV UTF-8."),
        new("BRG-TAB-008", "WorkbookUnreadable", Severity.Blocking, "A workbook cannot be read: protected by a password, of the old form, or damaged.", "Save it again as an unprotected .xlsx, or as CSV UTF-8."),
        new("BRG-TAB-009", "WorkbookSheetMissing", Severity.Blocking, "A workbook has no sheet of the wanted name.", "Correct the name behind '#' in the file pattern."),
        new("BRG-TAB-010", "TableReadAsWestern", Severity.Note, "A file is not UTF-8 and was read as Windows-1252.", "Look at names with accents; save again as CSV UTF-8 if they are wrong."),
        new("BRG-TAB-011", "OptionalTableFileMissing", Severity.Warning, "A file that a migration can do without is not in the folder.", "Export it, or say 'none' in its setting."),
        new("BRG-TAB-015", "WorkbookSheetChosen", Severity.Note, "A workbook has several visible sheets; the first one was read.", "Name the sheet behind '#' in the file pattern if it is another one."),
        new("BRG-TAB-016", "WorkbookRowsHidden", Severity.Note, "Hidden rows of a sheet were read like all others.", "Delete rows that do not belong to the table."),
        new("BRG-TAB-017", "WorkbookCellsMerged", Severity.Warning, "Merged cells hold their value in the first cell alone.", "Unmerge them and fill every row."),
        new("BRG-TAB-018", "WorkbookFormulaNotComputed", Severity.Warning, "Formulas without a stored value count as unreadable cells.", "Let a spreadsheet program compute and save the workbook."),
        new("BRG-TAB-019", "TemplateExampleSkipped", Severity.Note, "The example row of a template was skipped.", "Nothing to do."),
        new("BRG-TAB-020", "TableRowUnreadable", Severity.Warning, "A row cannot be read as a whole: an open quotation mark, or fields that do not fit the header.", "Correct the row, or export again."),
        new("BRG-TAB-021", "TableCellNeeded", Severity.Warning, "A row makes no record because a cell that it needs cannot be read.", "Correct the cell."),
        new("BRG-TAB-024", "TableCellUnreadable", Severity.Warning, "A cell cannot be read; its record was read without it.", "Correct the cell."),
        new("BRG-TAB-025", "IntakeDecisionsReadable", Severity.Blocking, "The decisions that 'bridge inbox' wrote cannot be read.", "Run 'bridge inbox', which writes them again."),
    ];
}
