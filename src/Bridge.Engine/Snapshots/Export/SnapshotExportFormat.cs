namespace Bridge.Engine.Snapshots.Export;

/// <summary>Forms in which a snapshot can be looked at outside of Bridge. Neither is ever read back.</summary>
public enum SnapshotExportFormat
{
    /// <summary>One canonical JSON record a line.</summary>
    Ndjson,

    /// <summary>A table with a header: one column per member, lists and nested records as JSON text; safe to open in a spreadsheet.</summary>
    Csv,
}
