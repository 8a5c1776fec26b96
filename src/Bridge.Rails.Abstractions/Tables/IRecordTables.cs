using Bridge.Model.Identity;

namespace Bridge.Rails.Abstractions.Tables;

/// <summary>Tables that any rail's records can be written as, and that are read back to the same records. A rail module offers it.</summary>
public interface IRecordTables
{
    /// <summary>The table of an entity; null when the tables have no place for it.</summary>
    TableSchema? TableOf(EntityKind entity);

    /// <summary>A record as rows of its table.</summary>
    /// <param name="record">Record of an entity that has a table.</param>
    /// <param name="context">What the rows depend on beside the record.</param>
    RecordRows RowsOf(object record, RecordTableContext context);
}
