namespace Bridge.Simulation.Impact.Objects;

/// <summary>A person at a partner. Never printed.</summary>
public sealed record PartnerContact(string FirstName, string LastName, string Email, bool IsPrimary)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(PartnerContact);
}
