namespace Bridge.Simulation.Impact.Objects;

/// <summary>Address of an account. <see cref="Country"/> is two letters; what is not known is null.</summary>
public sealed record PostalAddress(
    string Country, string? Address1 = null, string? Address2 = null, string? City = null, string? State = null, string? PostalCode = null);
