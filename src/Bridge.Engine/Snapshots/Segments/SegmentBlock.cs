namespace Bridge.Engine.Snapshots.Segments;

/// <summary>One block of a segment: whole entries, never a piece of one.</summary>
/// <param name="FileOffset">Where it starts in the file.</param>
/// <param name="StreamOffset">Where it starts in the stream of its kind (records or findings), that is the blocks without what lies between.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Entries">Entries.</param>
/// <param name="Checksum">XXH3-64 of its bytes.</param>
internal readonly record struct SegmentBlock(long FileOffset, long StreamOffset, int Length, int Entries, ulong Checksum);
