namespace Bridge.Simulation.Rakuten;

/// <summary>What a personal value is.</summary>
public enum RakutenPersonalKind
{
    Email,
    FirstName,
    LastName,
    Phone,
    Address,
    City,
    PostalCode,
    TaxId,
}
