namespace Bridge.Simulation.Impact.People;

/// <summary>One line of what the people did, for a report. Holds no personal value.</summary>
/// <param name="Time">When, on the rail's clock.</param>
/// <param name="Event">What.</param>
/// <param name="Subject">Item id, or MPValue1 (else the invitation's id) of a partner.</param>
/// <param name="Detail">More, or null.</param>
public sealed record PortalLogEntry(DateTimeOffset Time, PortalEvent Event, string Subject, string? Detail);
