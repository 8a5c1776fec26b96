namespace Bridge.Engine.Snapshots;

/// <summary>One record of a snapshot.</summary>
/// <typeparam name="T">Canonical type.</typeparam>
/// <param name="Record">The record.</param>
/// <param name="Location">Where it rests.</param>
/// <param name="RawHash">Hash of the raw row or element that it was read from.</param>
public readonly record struct SnapshotRecord<T>(T Record, RecordLocation Location, string RawHash);
