using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Wire;

/// <summary>A row of the brand's coupon list.</summary>
internal sealed record CodeRow
{
    public required string Code { get; init; }

    /// <summary>Owner; null for a code that belongs to nobody.</summary>
    public string? SiteId { get; init; }

    public string? Description { get; init; }

    public string? DiscountType { get; init; }

    /// <summary>Percent number or amount.</summary>
    public decimal? Discount { get; init; }

    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    public string? Currency { get; init; }

    public static CodeRow From(CellReader cells) => new()
    {
        Code = cells.RequiredText("Code"),
        SiteId = cells.OptionalId("Site ID", fatal: true),
        Description = cells.Text("Description"),
        DiscountType = cells.Text("Discount Type"),
        Discount = cells.Number("Discount", fatal: false),
        StartDate = cells.Date("Start Date", fatal: false),
        EndDate = cells.LastDay("End Date"),
        Currency = cells.Text("Currency"),
    };
}
