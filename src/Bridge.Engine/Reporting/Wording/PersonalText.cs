using Bridge.Model.Privacy;

namespace Bridge.Engine.Reporting.Wording;

/// <summary>How a personal value appears in a report: what it is and that it rests in the vault, never the value or its hash.</summary>
public static class PersonalText
{
    /// <summary>For example <c>e-mail (in the vault)</c>.</summary>
    public static string Of(PersonalKind kind) => $"{Name(kind)} (in the vault)";

    private static string Name(PersonalKind kind) => kind switch
    {
        PersonalKind.FirstName => "first name",
        PersonalKind.LastName => "last name",
        PersonalKind.Email => "e-mail",
        PersonalKind.Phone => "phone number",
        PersonalKind.AddressLine => "address line",
        PersonalKind.City => "city",
        PersonalKind.PostalCode => "postal code",
        PersonalKind.TaxNumber => "tax number",
        PersonalKind.Handle => "handle",
        _ => "personal value",
    };
}
