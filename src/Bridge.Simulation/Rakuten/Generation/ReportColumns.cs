namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Report rows as fields, in the order of <see cref="PackColumns.Report"/>.</summary>
internal static class ReportColumns
{
    public static string[] Fields(RakutenReportRow row, RowStyle style) =>
    [
        row.Publisher.Sid,
        row.Publisher.Name,
        row.Publisher.Url,
        row.Publisher.EncryptedId,
        row.Publisher.Group?.Id ?? "",
        row.Publisher.Group?.Name ?? "",
        PackColumns.Id(row.Offer.Goid),
        row.Offer.Name,
        row.Link?.LinkId ?? "",
        row.Link?.Name ?? "",
        style.Date(row.TransactionDate),
        row.OrderId ?? "",
        style.Count(row.Impressions),
        style.Count(row.Clicks),
        style.Count(row.Orders),
        style.Money(row.Sales),
        style.Money(row.Commission),
        style.Money(row.Commission),
    ];

    public static string[] SubPublisher(RakutenReportRow row) =>
        row.SubPublisher is { } sub ? [sub.Id, sub.Name, sub.Url] : ["", "", ""];

    public static string[] Total(
        string label, int impressions, int clicks, int orders, decimal sales, decimal commission, RowStyle style) =>
    [
        label, "", "", "", "", "", "", "", "", "", "", "",
        style.Count(impressions),
        style.Count(clicks),
        style.Count(orders),
        style.Money(sales),
        style.Money(commission),
        style.Money(commission),
    ];
}
