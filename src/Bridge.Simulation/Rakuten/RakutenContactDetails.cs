namespace Bridge.Simulation.Rakuten;

/// <summary>What the brand's own address book knows of a few publishers. Every value but city, state and country is personal.</summary>
public sealed record RakutenContactDetails
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    /// <summary>As written by a person, with blanks.</summary>
    public required string Phone { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string PhoneCountry { get; init; }

    public required string Address1 { get; init; }

    /// <summary>Null when there is no second line.</summary>
    public string? Address2 { get; init; }

    public required string City { get; init; }

    /// <summary>Null where the country has no states.</summary>
    public string? State { get; init; }

    public required string PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required string PromotionalMethod { get; init; }

    public required string TaxId { get; init; }
}
