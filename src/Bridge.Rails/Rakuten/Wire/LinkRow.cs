using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Wire;

/// <summary>A row of the link export.</summary>
internal sealed record LinkRow
{
    public required string LinkId { get; init; }

    public string? LinkName { get; init; }

    public string? LinkType { get; init; }

    /// <summary>Owner; null when the row names it by the encrypted id alone.</summary>
    public string? SiteId { get; init; }

    public string? EncryptedId { get; init; }

    /// <summary>Offer rule (OID) of a creative link; null for deep links.</summary>
    public string? OfferId { get; init; }

    /// <summary>Null when the export does not say it.</summary>
    public string? ClickUrl { get; init; }

    public string? LandingUrl { get; init; }

    public string? U1 { get; init; }

    public DateTimeOffset? StartDate { get; init; }

    public DateTimeOffset? EndDate { get; init; }

    public string? Status { get; init; }

    public static LinkRow From(CellReader cells) => new()
    {
        LinkId = cells.RequiredText("Link ID"),
        LinkName = cells.Text("Link Name"),
        LinkType = cells.Text("Link Type"),
        SiteId = cells.OptionalId("Site ID", fatal: true),
        EncryptedId = cells.Text("Encrypted ID"),
        OfferId = cells.Text("Offer ID"),
        ClickUrl = cells.Text("Click URL"),
        LandingUrl = cells.Text("Landing URL"),
        U1 = cells.Text("u1"),
        StartDate = cells.Date("Start Date", fatal: false),
        EndDate = cells.LastDay("End Date"),
        Status = cells.Text("Status"),
    };
}
