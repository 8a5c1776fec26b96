namespace Bridge.Simulation.Impact.People;

/// <summary>Something a partner has to answer.</summary>
/// <param name="Id">I-...</param>
/// <param name="Name">Name it is addressed to.</param>
/// <param name="Value1">The brand's first value for the partner, or null.</param>
/// <param name="SentAt">When it was sent.</param>
public sealed record OpenInvitation(string Id, string Name, string? Value1, DateTimeOffset SentAt);
