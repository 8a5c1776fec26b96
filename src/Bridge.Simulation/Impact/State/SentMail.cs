namespace Bridge.Simulation.Impact.State;

/// <summary>A mail the rail sent to a partner. The address is kept as its hash; null when the person found it elsewhere.</summary>
internal sealed record SentMail(DateTimeOffset Time, string Purpose, string? AddressHash);
