using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.House.Files;

/// <summary>The house format: seven tables with the words of Bridge itself. What a column means is said here and nowhere else.</summary>
internal static class HouseSchemas
{
    /// <summary>All kinds, in the order of <see cref="HouseKind"/>.</summary>
    public static IReadOnlyList<TableSchema> All { get; } =
    [
        Schema(HouseKind.Partners, "partner list", "One row per partner of the program, whatever its state.", required: true, HouseColumns.Partners) with { Without = "Nothing can be moved: nobody knows who takes part in the program.", KeyColumn = "Partner ID" },
        Schema(HouseKind.Contracts, "contract list", "One row per commission term of each contract; a tiered term has one row per tier.", required: true, HouseColumns.Contracts) with
        {
            Without = "Nobody knows what partners are paid: new ones are left out.",
            KeyColumn = "Partner ID",
            Covers = new TableCoverage(nameof(HouseKind.Partners), "They have no contract and are left out."),
            Questions = [new TableQuestion("tierBasis", "Contract ID", "Contract Name", ["From", "Up To"], "Basis", "What do the thresholds of contract '{label}' ({key}) count?")],
        },
        Schema(HouseKind.Links, "link list", "One row per tracking link that a partner uses.", required: true, HouseColumns.Links) with { Without = "Partners get no new links, and old ones die with the program." },
        Schema(HouseKind.Codes, "code list", "One row per promo code and the partner that is credited for it.", required: true, HouseColumns.Codes) with { Without = "Partners lose the orders that come by code alone." },
        Schema(HouseKind.Conversions, "conversion list", "One row per order or correction of the last twelve to twenty-four months.", required: false, HouseColumns.Conversions) with { Without = "No ranking of partners, and no comparison afterwards.", PeriodColumn = "Date" },
        Schema(HouseKind.Groups, "group list", "One row per partner group; left out when partners name their groups in words.", required: false, HouseColumns.Groups),
        Schema(HouseKind.Pages, "list of links found on pages", "One row per link to the brand on a page of a partner; left out when nobody crawled them.", required: false, HouseColumns.Pages) with { Patterns = ["crawled-links*.csv", "crawled-links*.xlsx"] },
    ];

    /// <summary>The schema of a kind.</summary>
    public static TableSchema Of(HouseKind kind) => All[(int)kind];

    /// <summary>The word of a kind in settings, maps and file names.</summary>
    public static string WordOf(HouseKind kind) => kind.ToString().ToLowerInvariant();

    private static TableSchema Schema(HouseKind kind, string title, string origin, bool required, IReadOnlyList<TableColumn> columns) => new()
    {
        Name = kind.ToString(),
        Entity = kind switch
        {
            HouseKind.Partners => EntityKind.Partner,
            HouseKind.Contracts => EntityKind.Contract,
            HouseKind.Links => EntityKind.TrackingLink,
            HouseKind.Codes => EntityKind.PromoCode,
            HouseKind.Conversions => EntityKind.Conversion,
            _ => EntityKind.PartnerGroup,
        },
        Title = title,
        Setting = $"{WordOf(kind)[..^1]}Files",
        Patterns = [$"{WordOf(kind)}*.csv", $"{WordOf(kind)}*.xlsx"],
        Origin = origin,
        Owner = "whoever can export from the network",
        Required = required,
        Columns = columns,
    };
}
