namespace Bridge.Rails.Abstractions.Json;

/// <summary>A point in time as a rail wrote it.</summary>
/// <param name="Value">The instant with the rail's own offset.</param>
/// <param name="OffsetAssumed">Whether the rail wrote none and the offset is an assumption of the connection.</param>
public readonly record struct RailInstant(DateTimeOffset Value, bool OffsetAssumed);
