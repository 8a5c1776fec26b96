using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Rails.Impact.Files;

/// <summary>
/// The built-in columns of both import files. impact.com shows its columns in the tools and publishes no list, so no source
/// confirms a header: the prospect import by the help centre's description, the partner import by the fields of the create call.
/// </summary>
internal static class PackColumns
{
    private static readonly PackColumn[] Values =
    [
        new("MPValue1", false, "MP Value 1", "Value 1", "Partner Value 1", "Media Partner Value 1", "Partnerwert 1", "Valeur partenaire 1"),
        new("MPValue2", false, "MP Value 2", "Value 2", "Partner Value 2", "Media Partner Value 2", "Partnerwert 2", "Valeur partenaire 2"),
        new("MPValue3", false, "MP Value 3", "Value 3", "Partner Value 3", "Media Partner Value 3", "Partnerwert 3", "Valeur partenaire 3"),
    ];

    private static readonly PackColumn Terms = new(
        "TemplateTermsId", false, "Template Terms Id", "Template Term Id", "Template Terms", "Template Id", "Terms Id", "Contract Template Id", "Vorlagen-ID", "Vertragsvorlage", "Modèle de contrat");

    private static readonly PackColumn FirstName = new("FirstName", false, "First Name", "Contact First Name", "Given Name", "Vorname", "Prénom", "Nombre");

    private static readonly PackColumn LastName = new("LastName", false, "Last Name", "Contact Last Name", "Surname", "Family Name", "Nachname", "Nom de famille", "Apellido");

    private static readonly PackColumn Website = new("Website", false, "Website URL", "Primary Website", "Site", "URL", "Web Site", "Webseite", "Internetseite", "Site web", "Sitio web");

    public static IReadOnlyList<PackColumn> Prospect { get; } =
    [
        new("Name", true, "Partner Name", "Account Name", "Company", "Company Name", "Prospect Name", "Partnername", "Firmenname", "Firma", "Nom du partenaire", "Nom"),
        Website,
        new("Email", true, "E-mail", "Email Address", "Contact Email", "E-Mail-Adresse", "Adresse e-mail", "Courriel", "Correo electrónico"),
        FirstName,
        LastName,
        new("Group", false, "Partner Group", "Group Name", "MP Group", "Gruppe", "Partnergruppe", "Groupe", "Grupo"),
        Terms,
        .. Values,
    ];

    public static IReadOnlyList<PackColumn> Import { get; } =
    [
        new("AccountName", true, "Account Name", "Name", "Company", "Company Name", "Partner Name", "Kontoname", "Firmenname", "Nom du compte"),
        Website,
        new("AddressLine1", false, "Address Line 1", "Address 1", "Address", "Street", "Adresszeile 1", "Straße", "Adresse ligne 1", "Adresse"),
        new("AddressLine2", false, "Address Line 2", "Address 2", "Adresszeile 2", "Adresse ligne 2"),
        new("City", false, "Town", "Stadt", "Ort", "Ville", "Ciudad"),
        new("CountryState", false, "State", "Country State", "Region", "Province", "State/Province", "Bundesland", "État"),
        new("PostalCode", false, "Postal Code", "Zip", "Zip Code", "Postcode", "Postleitzahl", "PLZ", "Code postal"),
        new("Country", false, "Land", "Pays", "País"),
        new("PhoneCountry", false, "Phone Country", "Phone Country Code", "Telefon Land", "Indicatif pays"),
        new("PhoneNumber", false, "Phone Number", "Phone", "Telephone", "Telefon", "Telefonnummer", "Téléphone"),
        new("PrimaryPromotionalMethod", false, "Primary Promotional Method", "Promotional Method", "Werbemethode", "Méthode promotionnelle"),
        FirstName,
        LastName,
        new("EmailAddress", true, "Email Address", "Email", "E-mail", "Contact Email", "E-Mail-Adresse", "Adresse e-mail", "Courriel"),
        Terms,
        new("Currency", false, "Account Currency", "Währung", "Devise", "Moneda"),
        new("MPGroupIDs", false, "MP Group IDs", "Group IDs", "Groups", "Partner Group IDs", "Gruppen-IDs"),
        .. Values,
    ];

    /// <summary>The columns of a way in; empty when it has no file.</summary>
    public static IReadOnlyList<PackColumn> Of(PartnerEntry entry) => entry switch
    {
        PartnerEntry.ProspectFile => Prospect,
        PartnerEntry.ImportFile => Import,
        _ => [],
    };

    /// <summary>Place of a column by its built-in name, letter case ignored; -1 when there is none.</summary>
    public static int IndexOf(IReadOnlyList<PackColumn> columns, string name)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (string.Equals(columns[index].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
