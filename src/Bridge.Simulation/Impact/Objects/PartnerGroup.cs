namespace Bridge.Simulation.Impact.Objects;

/// <summary>A partner group of a program; members in the order they were added.</summary>
public sealed record PartnerGroup(long Id, long ProgramId, string Name, IReadOnlyList<long> Members);
