using System.Globalization;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Column names and words of the export files.</summary>
internal static class PackColumns
{
    public static string[] Report { get; } =
    [
        "Publisher ID", "Publisher Name", "Publisher URL", "Publisher Encrypted ID", "Publisher Group ID", "Publisher Group Name",
        "Offer ID", "Offer Name", "Link ID", "Link Name", "Transaction Date", "Order ID", "# of Impressions", "# of Clicks",
        "# of Orders", "Sales", "Gross Commissions", "Total Commissions",
    ];

    /// <summary>What the report has on top of <see cref="Report"/> when sub-networks are asked for.</summary>
    public static string[] SubPublisher { get; } = ["Sub-Publisher ID", "Sub-Publisher Name", "Sub-Publisher URL"];

    public static string[] Offers { get; } =
    [
        "Offer ID", "Offer Number", "Offer Name", "Offer Type", "Status", "Rule ID", "Base Commission", "First Click",
        "Condition Field", "Condition Operator", "Condition List", "Commission Type", "Commission", "Threshold",
        "Upper Threshold", "Threshold Basis", "Return Days", "Update Window", "TrueLock", "Start Date", "End Date", "Currency",
        "Remarks",
    ];

    public static string[] Assignments { get; } = ["Site ID", "Offer ID", "Start Date", "End Date"];

    public static string[] Links { get; } =
    [
        "Link ID", "Link Name", "Link Type", "Site ID", "Encrypted ID", "Offer ID", "Click URL", "Landing URL", "u1",
        "Start Date", "End Date", "Status",
    ];

    public static string[] Codes { get; } =
        ["Code", "Site ID", "Description", "Discount Type", "Discount", "Start Date", "End Date", "Currency"];

    public static string[] Details { get; } =
    [
        "Site ID", "First Name", "Last Name", "Phone", "Phone Country", "Address 1", "Address 2", "City", "State", "Postal Code",
        "Country", "Promotional Method", "Tax ID",
    ];

    public static string Id(int? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Flag(bool flag) => flag ? "Y" : "N";

    public static string Word(RakutenOfferType type) => type switch
    {
        RakutenOfferType.Baseline => "baseline",
        RakutenOfferType.Public => "public",
        RakutenOfferType.PublicSpecial => "public-special",
        RakutenOfferType.Private => "private",
        RakutenOfferType.PrivateSpecial => "private-special",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not an offer type."),
    };

    public static string Word(RakutenOfferStatus status) => status switch
    {
        RakutenOfferStatus.Active => "active",
        RakutenOfferStatus.Available => "available",
        RakutenOfferStatus.Upcoming => "upcoming",
        RakutenOfferStatus.Ended => "ended",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not an offer status."),
    };

    public static string Word(RakutenCommissionType type) => type == RakutenCommissionType.Flat ? "flat" : "percentage";

    public static string Word(RakutenThresholdBasis basis) => basis switch
    {
        RakutenThresholdBasis.OrderValue => "order value",
        RakutenThresholdBasis.PeriodRevenue => "period revenue",
        RakutenThresholdBasis.PeriodCount => "period count",
        _ => "",
    };

    public static string Word(RakutenLinkForm form) => form switch
    {
        RakutenLinkForm.Text => "text",
        RakutenLinkForm.Banner => "banner",
        RakutenLinkForm.Drm => "drm",
        _ => "deep",
    };
}
