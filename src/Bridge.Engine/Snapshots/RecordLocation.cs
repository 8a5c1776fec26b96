namespace Bridge.Engine.Snapshots;

/// <summary>Where a record rests in a snapshot: read it again without searching.</summary>
/// <param name="Part">Part number.</param>
/// <param name="Offset">Offset of the record in the part's uncompressed record stream.</param>
/// <param name="Length">Length of the record in bytes.</param>
public readonly record struct RecordLocation(int Part, long Offset, int Length);
