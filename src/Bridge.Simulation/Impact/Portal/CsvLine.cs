namespace Bridge.Simulation.Impact.Portal;

/// <summary>One row of an imported file.</summary>
/// <param name="Number">Row number, the header being 1.</param>
/// <param name="Cells">Cells that hold something, by column name in any case.</param>
internal sealed record CsvLine(int Number, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell, or null when it is empty or missing.</summary>
    public string? this[string column] => Cells.GetValueOrDefault(column);

    /// <summary>The brand's three values.</summary>
    public IReadOnlyList<string?> Values => [this["MPValue1"], this["MPValue2"], this["MPValue3"]];
}
