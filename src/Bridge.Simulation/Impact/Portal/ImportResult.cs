namespace Bridge.Simulation.Impact.Portal;

/// <summary>The state of an import.</summary>
/// <param name="Id">Number of the import.</param>
/// <param name="DryRun">Whether nothing is changed.</param>
/// <param name="IsFinished">Whether all rows are through.</param>
/// <param name="Rows">Rows that are through, in file order.</param>
public sealed record ImportResult(string Id, bool DryRun, bool IsFinished, IReadOnlyList<ImportRow> Rows);
