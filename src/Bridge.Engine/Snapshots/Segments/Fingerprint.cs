namespace Bridge.Engine.Snapshots.Segments;

/// <summary>A record in 24 bytes: enough to see that nothing changed without reading it.</summary>
/// <param name="Key">XXH3-64 of the key.</param>
/// <param name="Record">XXH3-64 of the compared bytes.</param>
/// <param name="Offset">Offset of the record in the part's stream.</param>
/// <param name="Length">Length of the record; 1,048,575 for that or more.</param>
internal readonly record struct Fingerprint(ulong Key, ulong Record, long Offset, int Length);
