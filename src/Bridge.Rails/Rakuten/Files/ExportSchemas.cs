using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Files;

/// <summary>
/// The files of an export folder. Dashboard and report columns are Rakuten's own (reference of the rail, sections 4 and 5);
/// offers, assignments, links, codes and contact details are house sheets, since Rakuten publishes no format for them.
/// The German and French spellings are unconfirmed: unknown ones are reported with the columns that were found.
/// </summary>
internal static class ExportSchemas
{
    private static readonly TableColumn[] Publishers =
    [
        new("Site ID", CellKind.Id, true, "SID", "Publisher ID", "Publisher SID", "Website-ID", "Publisher-Site-ID", "ID du site", "Identifiant du site", "ID de l'éditeur"),
        new("Publisher Name", CellKind.Text, true, "Name", "Name des Publishers", "Publishername", "Nom de l'éditeur", "Nom du publisher", "Nom de l'affilié"),
        new("URL", CellKind.Text, false, "Website", "Publisher URL", "Website URL", "Webseite", "URL du site", "Site Web", "URL de l'éditeur") { Personal = true },
        new("Email", CellKind.Text, false, "Email Address", "E-Mail-Adresse", "Adresse e-mail", "Courriel", "Mail") { Personal = true },
        new("Join Date", CellKind.Date, false, "Joined", "Date Joined", "Beitrittsdatum", "Anmeldedatum", "Date d'adhésion", "Date d'inscription"),
        new("Publisher Group", CellKind.Text, false, "Group", "Publisher-Gruppe", "Gruppe", "Groupe d'éditeurs", "Groupe"),
        new("Categories", CellKind.Text, false, "Category", "Kategorien", "Kategorie", "Catégories", "Catégorie"),
        new("Status", CellKind.Text, false, "Partnership Status", "Statut", "État"),
    ];

    private static readonly TableColumn[] Report =
    [
        new("Publisher ID", CellKind.Id, true, "Site ID", "SID", "ID de l'éditeur"),
        new("Publisher Name", CellKind.Text, false, "Nom de l'éditeur"),
        new("Publisher URL", CellKind.Text, false, "URL de l'éditeur"),
        new("Publisher Encrypted ID", CellKind.Text, true, "Encrypted ID", "Verschlüsselte Publisher-ID", "ID chiffré de l'éditeur"),
        new("Publisher Group ID", CellKind.Text, false, "Publisher-Gruppen-ID", "ID du groupe d'éditeurs"),
        new("Publisher Group Name", CellKind.Text, false, "Publisher-Gruppenname", "Nom du groupe d'éditeurs"),
        new("Sub-Publisher ID", CellKind.Text, false),
        new("Offer ID", CellKind.Text, false, "Angebots-ID", "ID de l'offre"),
        new("Offer Name", CellKind.Text, false, "Angebotsname", "Nom de l'offre"),
        new("Link ID", CellKind.Text, false, "ID du lien"),
        new("Link Name", CellKind.Text, false, "Linkname", "Nom du lien"),
        new("Transaction Date", CellKind.Date, true, "Transaktionsdatum", "Date de transaction"),
        new("Order ID", CellKind.Text, true, "Bestell-ID", "Bestellnummer", "ID de commande"),
        new("# of Impressions", CellKind.Number, false, "Impressions", "Anzahl Impressions", "Nombre d'impressions"),
        new("# of Clicks", CellKind.Number, false, "Clicks", "Anzahl Klicks", "Nombre de clics"),
        new("# of Orders", CellKind.Number, false, "Orders", "Anzahl Bestellungen", "Nombre de commandes"),
        new("Sales", CellKind.Number, true, "Umsatz", "Ventes"),
        new("Gross Commissions", CellKind.Number, false, "Bruttoprovisionen", "Commissions brutes"),
        new("Total Commissions", CellKind.Number, true, "Total Commission", "Provisionen gesamt", "Total des commissions"),
    ];

    private static readonly TableColumn[] Offers =
    [
        new("Offer ID", CellKind.Id, true, "GOID") { Meaning = "Id of the offer (GOID), as the dashboard's address shows it.", Example = "500001" },
        new("Offer Number", CellKind.Text, true) { Meaning = "Number as the dashboard shows it.", Example = "24.10" },
        new("Offer Name", CellKind.Text, true) { Meaning = "Name.", Example = "Base offer" },
        new("Offer Type", CellKind.Text, true) { Meaning = "The kind of offer in the dashboard's word, for example baseline or private.", Example = "baseline" },
        new("Status", CellKind.Text, true, "Offer Status") { Meaning = "active, available, upcoming or ended, as the dashboard says.", Example = "active" },
        new("Rule ID", CellKind.Id, true, "OID") { Meaning = "Id of the commission rule (OID); one row per rule and tier.", Example = "900001" },
        new("Base Commission", CellKind.Text, false) { Meaning = "Y for the rule that holds when no other does.", Example = "Y" },
        new("First Click", CellKind.Text, false) { Meaning = "Y when the first click earns the commission.", Example = "N" },
        new("Condition Field", CellKind.Text, false) { Meaning = "Transaction field that the rule looks at; blank for everything." },
        new("Condition Operator", CellKind.Text, false) { Meaning = "How it compares: is, is not or contains." },
        new("Condition List", CellKind.Text, false) { Meaning = "Commissioning list with the values." },
        new("Commission Type", CellKind.Text, true) { Meaning = "percentage or flat.", Example = "percentage" },
        new("Commission", CellKind.Number, true) { Meaning = "Percent number or amount.", Example = "7" },
        new("Threshold", CellKind.Number, false) { Meaning = "From which value on the tier pays.", Example = "0" },
        new("Upper Threshold", CellKind.Number, false) { Meaning = "Up to which value; blank in the last tier." },
        new("Threshold Basis", CellKind.Text, false) { Meaning = "order value, period revenue or period count; Rakuten's screen does not say it, so ask. Without it the contracts wait for a decision." },
        new("Threshold Period", CellKind.Text, false) { Meaning = "Over what it counts: day, week, month, quarter, year or lifetime." },
        new("Return Days", CellKind.Number, false) { Meaning = "Days after a click in which a sale counts.", Example = "30" },
        new("Update Window", CellKind.Number, false) { Meaning = "Days in which a sale can still change.", Example = "45" },
        new("TrueLock", CellKind.Text, false, "True Lock") { Meaning = "Y when TrueLock is on.", Example = "N" },
        new("Start Date", CellKind.Date, false) { Meaning = "First day, YYYY-MM-DD.", Example = "2024-01-01" },
        new("End Date", CellKind.Date, false) { Meaning = "Last day; open when blank." },
        new("Currency", CellKind.Text, false) { Meaning = "ISO 4217; that of the network when blank.", Example = "USD" },
    ];

    private static readonly TableColumn[] Assignments =
    [
        new("Site ID", CellKind.Id, true, "SID", "Publisher ID") { Meaning = "The publisher's SID.", Example = "2000001" },
        new("Offer ID", CellKind.Id, true, "GOID") { Meaning = "The offer (GOID) that the publisher holds; one row per publisher and offer.", Example = "500001" },
        new("Start Date", CellKind.Date, false) { Meaning = "Since when; as the offer when blank." },
        new("End Date", CellKind.Date, false) { Meaning = "Until when; as the offer when blank." },
    ];

    private static readonly TableColumn[] Links =
    [
        new("Link ID", CellKind.Text, true),
        new("Link Name", CellKind.Text, false),
        new("Link Type", CellKind.Text, false),
        new("Site ID", CellKind.Id, true, "SID", "Publisher ID"),
        new("Encrypted ID", CellKind.Text, false, "Publisher Encrypted ID"),
        new("Offer ID", CellKind.Text, false, "OID"),
        new("Click URL", CellKind.Text, true),
        new("Landing URL", CellKind.Text, false, "Land URL"),
        new("u1", CellKind.Text, false),
        new("Start Date", CellKind.Date, false),
        new("End Date", CellKind.Date, false),
        new("Status", CellKind.Text, false),
    ];

    private static readonly TableColumn[] Pages =
    [
        new("Page URL", CellKind.Text, true, "Page") { Meaning = "Page on which the link was found.", Example = "https://fjord.example/best-boots" },
        new("Link URL", CellKind.Text, true, "Link", "Href", "Click URL") { Meaning = "The link as it stands on the page.", Example = "https://click.linksynergy.com/deeplink?id=AbC1dEfGh/0&mid=38207&murl=https%3A%2F%2Fshop.example%2F" },
        new("Seen At", CellKind.Date, false, "Date", "Crawled At") { Meaning = "When it was seen.", Example = "2026-05-30" },
        new("Site ID", CellKind.Id, false, "SID", "Publisher ID") { Meaning = "The publisher; told by the id in the link when blank." },
    ];

    private static readonly TableColumn[] Codes =
    [
        new("Code", CellKind.Text, true, "Coupon Code", "Promo Code") { Meaning = "What shoppers enter.", Example = "HELLO10" },
        new("Site ID", CellKind.Id, true, "SID", "Publisher ID") { Meaning = "SID of the publisher that is credited; nobody when blank. Rakuten does not know it: the brand does.", Example = "2000001" },
        new("Description", CellKind.Text, false) { Meaning = "What it is for.", Example = "ten off" },
        new("Discount Type", CellKind.Text, false) { Meaning = "percent, fixed, free shipping or gift.", Example = "percent" },
        new("Discount", CellKind.Number, false) { Meaning = "Percent number or amount.", Example = "10" },
        new("Start Date", CellKind.Date, false) { Meaning = "First day, YYYY-MM-DD.", Example = "2026-01-01" },
        new("End Date", CellKind.Date, false) { Meaning = "Last day; open when blank." },
        new("Currency", CellKind.Text, false) { Meaning = "ISO 4217; that of the network when blank.", Example = "USD" },
    ];

    private static readonly TableColumn[] Details =
    [
        new("Site ID", CellKind.Id, true, "SID", "Publisher ID"),
        new("First Name", CellKind.Text, false),
        new("Last Name", CellKind.Text, false),
        new("Phone", CellKind.Text, false),
        new("Phone Country", CellKind.Text, false),
        new("Address 1", CellKind.Text, false),
        new("Address 2", CellKind.Text, false),
        new("City", CellKind.Text, false),
        new("State", CellKind.Text, false),
        new("Postal Code", CellKind.Text, false, "ZIP"),
        new("Country", CellKind.Text, false),
        new("Promotional Method", CellKind.Text, false),
        new("Tax ID", CellKind.Text, false, "VAT ID"),
        new("Unsubscribed", CellKind.Text, false, "Opt Out", "Opted Out", "Unsubscribe") { Meaning = "Y when the person does not want mail: it is then never mailed without a recorded authority." },
    ];

    /// <summary>All kinds, in the order in which people collect them.</summary>
    public static IReadOnlyList<TableSchema> All { get; } =
    [
        Overview(ExportKind.Approved, "Approved", required: true),
        Overview(ExportKind.Applied, "Applied", required: false),
        Overview(ExportKind.Removed, "Removed", required: false),
        new()
        {
            Name = nameof(ExportKind.Report),
            Title = "saved custom report",
            Setting = "reportFiles",
            Patterns = Tables("custom-report*"),
            Origin = "In the advertiser dashboard open Reports, save a custom report with these columns, run it over the last twelve months and export it as CSV.",
            Columns = Report,
        },
        new()
        {
            Name = nameof(ExportKind.Offers),
            Title = "offer sheet",
            Setting = "offerFiles",
            Patterns = Tables("offers*"),
            Origin = "Rakuten exports no offers: fill in one row per rule and tier from the dashboard's Offers screen.",
            Required = true,
            Columns = Offers,
        },
        new()
        {
            Name = nameof(ExportKind.Assignments),
            Title = "offer assignments",
            Setting = "assignmentFiles",
            Patterns = Tables("offer-assignments*"),
            Origin = "Ask the Rakuten account manager for the list of publishers and the offers they hold.",
            Required = true,
            Columns = Assignments,
        },
        new()
        {
            Name = nameof(ExportKind.Links),
            Title = "link export",
            Setting = "linkFiles",
            Patterns = Tables("links*"),
            Origin = "Collect the program's text, banner and deep links with the publisher they belong to.",
            Required = true,
            Columns = Links,
        },
        new()
        {
            Name = nameof(ExportKind.Codes),
            Title = "coupon list",
            Setting = "codeFiles",
            Patterns = Tables("codes*"),
            Origin = "Rakuten does not say who owns a code: take the brand's own coupon list and add the owner's Site ID.",
            Required = true,
            Columns = Codes,
        },
        new()
        {
            Name = nameof(ExportKind.Details),
            Title = "contact sheet",
            Setting = "detailFiles",
            Patterns = Tables("publisher-details*"),
            Origin = "Export contacts of the publishers that the brand knows in person from its own customer system.",
            Personal = true,
            Columns = Details,
        },
        new()
        {
            Name = nameof(ExportKind.Pages),
            Title = "list of links found on pages",
            Setting = "pageFiles",
            Patterns = Tables("crawled-links*"),
            Origin = "Nobody lists the links that publishers made themselves: let a crawler, or the publishers, list the links to the brand on their pages.",
            Columns = Pages,
        },
    ];

    /// <summary>What Rakuten does not export and people write down themselves.</summary>
    public static IReadOnlyList<TableSchema> Templates => [Of(ExportKind.Offers), Of(ExportKind.Assignments), Of(ExportKind.Codes), Of(ExportKind.Pages)];

    /// <summary>The schema of a kind.</summary>
    public static TableSchema Of(ExportKind kind) => All[(int)kind];

    /// <summary>The kind of a schema of this list.</summary>
    public static ExportKind KindOf(TableSchema schema) => Enum.Parse<ExportKind>(schema.Name);

    private static IReadOnlyList<string> Tables(string name) => [$"{name}.csv", $"{name}.xlsx"];

    private static TableSchema Overview(ExportKind kind, string tab, bool required) => new()
    {
        Name = kind.ToString(),
        Title = $"Publisher Overview, {tab}",
        Setting = $"{tab.ToLowerInvariant()}Files",
        Patterns = Tables($"publishers-{tab.ToLowerInvariant()}*"),
        Origin = $"In the advertiser dashboard open Publishers > Publisher Overview > {tab} and choose Export.",
        Required = required,
        Columns = Publishers,
    };
}
