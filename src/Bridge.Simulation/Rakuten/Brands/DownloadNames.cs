namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>What files are called in somebody's downloads folder. None of the names tells a reader what the file is.</summary>
internal static class DownloadNames
{
    public const string Assignments = "offer-assignments.csv";

    public static IReadOnlyDictionary<string, string> English(string market) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["publishers-approved.csv"] = "Publisher Overview.csv",
        ["publishers-applied.csv"] = "Publisher Overview (1).csv",
        ["publishers-removed.csv"] = "Publisher Overview (2).csv",
        ["custom-report-activity.csv"] = "Custom Report.csv",
        ["custom-report-orders-1.csv"] = "Custom Report (1).csv",
        ["custom-report-orders-2.csv"] = $"{market} sales since January - final.csv",
        [Assignments] = $"who has which terms {market}.csv",
        ["offers.csv"] = $"{market} terms filled in.csv",
        ["links-creative.csv"] = "text and banner export.csv",
        ["links-deep.csv"] = "deeplinks_dump.csv",
        ["codes.csv"] = $"coupon owners {market}.csv",
        ["publisher-details.csv"] = "CRM partner contacts.csv",
    };

    public static IReadOnlyDictionary<string, string> German(string market) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["publishers-approved.csv"] = "Publisher-Übersicht.csv",
        ["publishers-applied.csv"] = "Publisher-Übersicht (1).csv",
        ["publishers-removed.csv"] = "Publisher-Übersicht (2).csv",
        ["custom-report-activity.csv"] = "Bericht.csv",
        ["custom-report-orders-1.csv"] = "Bericht (1).csv",
        ["custom-report-orders-2.csv"] = "Bestellungen ab Januar.csv",
        [Assignments] = $"Konditionen je Publisher {market}.csv",
        ["offers.csv"] = $"Konditionen {market} ausgefüllt.csv",
        ["links-creative.csv"] = "Linkexport.csv",
        ["links-deep.csv"] = "Deeplinks.csv",
        ["codes.csv"] = $"Gutscheine und Inhaber {market}.csv",
        ["publisher-details.csv"] = "Kontakte aus dem CRM.csv",
    };
}
