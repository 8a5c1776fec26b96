namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Headers as a German dashboard and a German brand write them. Rakuten publishes no translations: these are ours.</summary>
internal static class GermanHeaders
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Site ID"] = "Website-ID",
        ["URL"] = "Webseite",
        ["Email"] = "E-Mail-Adresse",
        ["Join Date"] = "Beitrittsdatum",
        ["Publisher Group"] = "Publisher-Gruppe",
        ["Categories"] = "Kategorien",
        ["Publisher ID"] = "Publisher-ID",
        ["Publisher URL"] = "Publisher-URL",
        ["Publisher Encrypted ID"] = "Verschlüsselte Publisher-ID",
        ["Publisher Group ID"] = "Publisher-Gruppen-ID",
        ["Publisher Group Name"] = "Publisher-Gruppenname",
        ["Sub-Publisher Name"] = "Name des Sub-Publishers",
        ["Sub-Publisher URL"] = "URL des Sub-Publishers",
        ["Sub-Publisher ID"] = "Sub-Publisher-ID",
        ["Offer Name"] = "Angebotsname",
        ["Link Name"] = "Linkname",
        ["Link Type"] = "Linktyp",
        ["Transaction Date"] = "Transaktionsdatum",
        ["Order ID"] = "Bestellnummer",
        ["# of Impressions"] = "Anzahl Impressions",
        ["# of Clicks"] = "Anzahl Klicks",
        ["# of Orders"] = "Anzahl Bestellungen",
        ["Sales"] = "Umsatz",
        ["Gross Commissions"] = "Bruttoprovisionen",
        ["Total Commissions"] = "Provisionen gesamt",
        ["Encrypted ID"] = "Verschlüsselte ID",
        ["Click URL"] = "Klick-URL",
        ["Landing URL"] = "Ziel-URL",
        ["Start Date"] = "Startdatum",
        ["End Date"] = "Enddatum",
        ["Code"] = "Gutscheincode",
        ["Description"] = "Beschreibung",
        ["Discount Type"] = "Rabattart",
        ["Discount"] = "Rabatt",
        ["Currency"] = "Währung",
        ["Legacy Ref"] = "Altnummer",
        ["Account Note"] = "Bemerkung",
    };

    /// <summary>Sheets that are filled in from a template keep the template's words.</summary>
    private static readonly string[] Templates = ["offers.csv", "publisher-details.csv"];

    /// <summary>A header of a file by the file's usual name.</summary>
    public static string Of(string file, string header)
    {
        if (Templates.Contains(file))
        {
            return header;
        }

        return header switch
        {
            "Publisher Name" or "PUBLISHER NAME" when file.StartsWith("publishers-", StringComparison.Ordinal) => "Name des Publishers",
            "Publisher Name" => "Publishername",
            "Offer ID" => "Angebots-ID",
            "Link ID" => "Link-ID",
            _ => Words.GetValueOrDefault(header, header),
        };
    }
}
