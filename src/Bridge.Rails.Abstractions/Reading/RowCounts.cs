namespace Bridge.Rails.Abstractions.Reading;

/// <summary>
/// What became of the rows of a page. Rows = records + totals + duplicates + unreadable: each is counted when it is seen,
/// none is computed from the others.
/// </summary>
/// <param name="Rows">Rows read, without header and blank lines.</param>
/// <param name="Records">Rows that became a record of this entity.</param>
/// <param name="Totals">Summary rows.</param>
/// <param name="Duplicates">Rows that repeat an earlier one; most duplicates are found later, when a snapshot is sealed.</param>
/// <param name="Unreadable">Rows that could not be read; each has a finding.</param>
public readonly record struct RowCounts(long Rows, long Records, long Totals, long Duplicates, long Unreadable)
{
    /// <summary>True when every row is accounted for.</summary>
    public bool Balanced => Rows == Records + Totals + Duplicates + Unreadable;

    /// <summary>Sum of two pages.</summary>
    public RowCounts Add(RowCounts other) => new(
        Rows + other.Rows, Records + other.Records, Totals + other.Totals, Duplicates + other.Duplicates, Unreadable + other.Unreadable);
}
