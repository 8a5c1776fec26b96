using Bridge.Model.Findings;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>A record as rows of a table.</summary>
/// <param name="Rows">Cells in the order of the table's columns.</param>
/// <param name="Losses">What a reader of the rows will not find again.</param>
public sealed record RecordRows(IReadOnlyList<SpreadsheetCell[]> Rows, IReadOnlyList<Loss> Losses);
