namespace Bridge.Simulation.Impact.Portal;

/// <summary>The templates that the import tools offer for download, and the columns that their headers stand for.</summary>
internal static class ImportTemplates
{
    private static readonly string[] ProspectColumns =
        ["Name", "Website", "Email", "FirstName", "LastName", "Group", "TemplateTermsId", "MPValue1", "MPValue2", "MPValue3"];

    private static readonly string[] ImportColumns =
    [
        "AccountName", "Website", "AddressLine1", "AddressLine2", "City", "CountryState", "PostalCode", "Country", "PhoneCountry", "PhoneNumber",
        "PrimaryPromotionalMethod", "FirstName", "LastName", "EmailAddress", "TemplateTermsId", "Currency", "MPGroupIDs", "MPValue1", "MPValue2", "MPValue3",
    ];

    private static readonly Dictionary<string, string> ReorderedNames = new()
    {
        ["Email"] = "Contact Email*",
        ["EmailAddress"] = "Contact Email*",
        ["Name"] = "Partner Name*",
        ["AccountName"] = "Account Name*",
        ["Website"] = "Website URL",
        ["FirstName"] = "First Name",
        ["LastName"] = "Last Name",
        ["Group"] = "Partner Group",
        ["TemplateTermsId"] = "Template Terms ID",
        ["MPValue1"] = "MP Value 1",
        ["MPValue2"] = "MP Value 2",
        ["MPValue3"] = "MP Value 3",
        ["AddressLine1"] = "Address Line 1",
        ["AddressLine2"] = "Address Line 2",
        ["CountryState"] = "State",
        ["PostalCode"] = "Postal Code",
        ["PhoneCountry"] = "Phone Country",
        ["PhoneNumber"] = "Phone Number",
        ["PrimaryPromotionalMethod"] = "Primary Promotional Method",
        ["MPGroupIDs"] = "MP Group IDs",
    };

    private static readonly Dictionary<string, string> GermanNames = new()
    {
        ["Email"] = "E-Mail-Adresse",
        ["EmailAddress"] = "E-Mail-Adresse",
        ["Name"] = "Partnername",
        ["AccountName"] = "Kontoname",
        ["Website"] = "Webseite",
        ["FirstName"] = "Vorname",
        ["LastName"] = "Nachname",
        ["Group"] = "Partnergruppe",
        ["TemplateTermsId"] = "Vorlagen-ID",
        ["MPValue1"] = "Partnerwert 1",
        ["MPValue2"] = "Partnerwert 2",
        ["MPValue3"] = "Partnerwert 3",
        ["AddressLine1"] = "Adresszeile 1",
        ["AddressLine2"] = "Adresszeile 2",
        ["City"] = "Stadt",
        ["CountryState"] = "Bundesland",
        ["PostalCode"] = "Postleitzahl",
        ["Country"] = "Land",
        ["PhoneCountry"] = "Telefon Land",
        ["PhoneNumber"] = "Telefonnummer",
        ["PrimaryPromotionalMethod"] = "Werbemethode",
        ["Currency"] = "Währung",
        ["MPGroupIDs"] = "Gruppen-IDs",
    };

    private static readonly Dictionary<string, string> Columns = Known();

    /// <summary>The template of a tool.</summary>
    /// <exception cref="PortalException">There is no such tool.</exception>
    public static string Text(string tool, ImportFileStyle style)
    {
        var columns = tool switch
        {
            "prospect-import" => ProspectColumns,
            "partner-import" => ImportColumns,
            _ => throw new PortalException($"There is no tool '{tool}'."),
        };
        return style switch
        {
            ImportFileStyle.Plain => string.Join(',', columns) + "\r\n",
            ImportFileStyle.German => "\uFEFF" + string.Join(';', columns.Select(column => GermanNames.GetValueOrDefault(column, column))) + "\r\n",
            _ => string.Join(',', columns.AsEnumerable().Reverse().Select(column => ReorderedNames.GetValueOrDefault(column, column)).Prepend("Owner (internal)").Append("Remarks")) + "\r\n",
        };
    }

    /// <summary>The column that a header of any of its templates stands for; the header itself when there is none.</summary>
    public static string ColumnOf(string header) => Columns.GetValueOrDefault(header.Trim().TrimEnd('*').Trim(), header.Trim());

    private static Dictionary<string, string> Known()
    {
        var known = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, header) in ReorderedNames.Concat(GermanNames))
            known.TryAdd(header.TrimEnd('*'), column);
        return known;
    }
}
