using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Reading;

/// <summary>The way of a row that is one record: judge the row, make the record, judge its cells.</summary>
internal static class HouseRows
{
    /// <summary>Reads one row.</summary>
    /// <typeparam name="T">Canonical type.</typeparam>
    /// <param name="entity">What the row is.</param>
    /// <param name="row">The row.</param>
    /// <param name="findings">Takes what cannot be read.</param>
    /// <param name="make">Makes the record; null for a row outside the time that is read.</param>
    public static RowOutcome<T> Read<T>(EntityKind entity, TableRow row, List<Finding> findings, Func<CellReader, ICollection<Loss>, T?> make)
        where T : class
    {
        if (TableReading.Refuse<T>(entity, row, null, findings) is { } refused)
        {
            return refused;
        }

        var cells = new CellReader(row);
        var losses = new List<Loss>();
        var record = make(cells, losses);
        if (TableReading.Refuse<T>(entity, row, cells, findings) is { } unreadable)
        {
            return unreadable;
        }

        losses.AddRange(TableReading.Losses(cells));
        return record is null ? new RowOutcome<T>(RowOutcomeKind.NotCovered, null) : RowOutcome<T>.Of(new Read<T>(record, row.RawHash(), losses));
    }
}
