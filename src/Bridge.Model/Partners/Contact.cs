using Bridge.Model.Privacy;

namespace Bridge.Model.Partners;

/// <summary>A person at a partner.</summary>
public sealed record Contact
{
    /// <summary>First name; null when the rail has none.</summary>
    public PersonalValue? FirstName { get; init; }

    /// <summary>Last name; null when the rail has none.</summary>
    public PersonalValue? LastName { get; init; }

    /// <summary>E-mail; null when the partner hides it or the rail has none.</summary>
    public PersonalValue? Email { get; init; }

    /// <summary>Phone; null when the rail has none.</summary>
    public PersonalValue? Phone { get; init; }

    /// <summary>ISO 3166 alpha-2 country of the phone number; null when unknown.</summary>
    public string? PhoneCountry { get; init; }

    /// <summary>True when the person does not want mail; null when nothing is said.</summary>
    public bool? Unsubscribed { get; init; }

    /// <summary>True for the person to write to first.</summary>
    public bool IsPrimary { get; init; }
}
