using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Wire;

/// <summary>A row of the assignment export: one publisher holds one offer.</summary>
internal sealed record AssignmentRow
{
    public required string SiteId { get; init; }

    public required string OfferId { get; init; }

    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    public static AssignmentRow From(CellReader cells) => new()
    {
        SiteId = cells.RequiredId("Site ID"),
        OfferId = cells.RequiredId("Offer ID"),
        StartDate = cells.Date("Start Date", fatal: false),
        EndDate = cells.LastDay("End Date"),
    };
}
