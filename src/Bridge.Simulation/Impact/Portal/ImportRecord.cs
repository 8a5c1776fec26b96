namespace Bridge.Simulation.Impact.Portal;

/// <summary>An upload to one of the import tools, kept for its result file.</summary>
/// <param name="Id">Number of the import.</param>
/// <param name="Lines">Rows of the file.</param>
/// <param name="Result">How far it is.</param>
internal sealed record ImportRecord(string Id, IReadOnlyList<CsvLine> Lines, Func<ImportResult> Result);
