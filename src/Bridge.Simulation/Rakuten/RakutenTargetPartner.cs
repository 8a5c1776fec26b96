namespace Bridge.Simulation.Rakuten;

/// <summary>A publisher of the pack as a target rail may already know it.</summary>
/// <param name="Sid">Site id on Rakuten.</param>
/// <param name="Name">Name.</param>
/// <param name="Url">Address with scheme.</param>
/// <param name="Email">E-mail; null when the publisher shows none.</param>
/// <param name="Group">Group name; null for none.</param>
public sealed record RakutenTargetPartner(string Sid, string Name, string Url, string? Email, string? Group);
