using System.Text.Json.Serialization;
using Bridge.Model.Json;

namespace Bridge.Model.Privacy;

/// <summary>What kind of personal value a keyed hash stands for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PersonalKind>))]
public enum PersonalKind
{
    /// <summary>First name.</summary>
    FirstName,

    /// <summary>Last name.</summary>
    LastName,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Phone number.</summary>
    Phone,

    /// <summary>A line of a postal address.</summary>
    AddressLine,

    /// <summary>City of a postal address.</summary>
    City,

    /// <summary>Postal code.</summary>
    PostalCode,

    /// <summary>Tax or VAT number.</summary>
    TaxNumber,

    /// <summary>A social media or payment handle.</summary>
    Handle,
}
