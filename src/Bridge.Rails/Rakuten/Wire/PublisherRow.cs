using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Wire;

/// <summary>A row of a Publisher Overview export, or a publisher that only the report names.</summary>
internal sealed record PublisherRow
{
    public required string SiteId { get; init; }

    public required string PublisherName { get; init; }

    public string? Url { get; init; }

    public string? Email { get; init; }

    public DateTimeOffset? JoinDate { get; init; }

    public string? PublisherGroup { get; init; }

    public string? Categories { get; init; }

    /// <summary>State in Rakuten's words; the name of the export where the row has none, null when nothing says it.</summary>
    public string? Status { get; init; }

    public static PublisherRow From(CellReader cells) => new()
    {
        SiteId = cells.RequiredId("Site ID"),
        PublisherName = cells.RequiredText("Publisher Name"),
        Url = cells.Text("URL"),
        Email = cells.Text("Email"),
        JoinDate = cells.Date("Join Date", fatal: false),
        PublisherGroup = cells.Text("Publisher Group"),
        Categories = cells.Text("Categories"),
        Status = cells.Text("Status"),
    };
}
