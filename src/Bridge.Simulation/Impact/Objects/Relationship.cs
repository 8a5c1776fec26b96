namespace Bridge.Simulation.Impact.Objects;

/// <summary>What one brand keeps about one partner: the three values it may set (MPValue1 to 3), null when not set.</summary>
public sealed record Relationship(long PartnerId, string? Value1 = null, string? Value2 = null, string? Value3 = null);
