using Bridge.Model.Privacy;

namespace Bridge.Model.Partners;

/// <summary>A partner's postal address. Lines, city and postal code are personal; state and country are not.</summary>
public sealed record PostalAddress
{
    /// <summary>Street line; null when the rail has none.</summary>
    public PersonalValue? Line1 { get; init; }

    /// <summary>Second line; null when there is none.</summary>
    public PersonalValue? Line2 { get; init; }

    /// <summary>City; null when the rail has none.</summary>
    public PersonalValue? City { get; init; }

    /// <summary>Postal code; null when the rail has none.</summary>
    public PersonalValue? PostalCode { get; init; }

    /// <summary>State or province as the rail writes it; null when there is none.</summary>
    public string? State { get; init; }

    /// <summary>ISO 3166 alpha-2 country; null when unknown.</summary>
    public string? Country { get; init; }
}
