using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Wire;

/// <summary>A row of the saved custom report: an order, a correction of one, or traffic without an order.</summary>
internal sealed record ReportRow
{
    public required string PublisherId { get; init; }

    public string? SubPublisherId { get; init; }

    public string? OfferId { get; init; }

    public string? LinkId { get; init; }

    public required DateTimeOffset? TransactionDate { get; init; }

    /// <summary>Null for traffic.</summary>
    public string? OrderId { get; init; }

    public decimal Orders { get; init; }

    public decimal Sales { get; init; }

    public decimal? GrossCommissions { get; init; }

    public decimal TotalCommissions { get; init; }

    public static ReportRow From(CellReader cells) => new()
    {
        PublisherId = cells.RequiredId("Publisher ID"),
        SubPublisherId = cells.Text("Sub-Publisher ID"),
        OfferId = cells.Text("Offer ID"),
        LinkId = cells.Text("Link ID"),
        TransactionDate = cells.Date("Transaction Date", fatal: true),
        OrderId = cells.Text("Order ID"),
        Orders = cells.Number("# of Orders", fatal: false) ?? 0,
        Sales = cells.RequiredNumber("Sales"),
        GrossCommissions = cells.Number("Gross Commissions", fatal: false),
        TotalCommissions = cells.RequiredNumber("Total Commissions"),
    };
}
