using Bridge.Rails.Abstractions.Tables;

namespace Bridge.Rails.Rakuten.Wire;

/// <summary>A link that somebody found on a page.</summary>
internal sealed record PageRow
{
    public required string PageUrl { get; init; }

    public required string LinkUrl { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Owner; null when the link has to say it.</summary>
    public string? SiteId { get; init; }

    public static PageRow From(CellReader cells) => new()
    {
        PageUrl = cells.RequiredText("Page URL"),
        LinkUrl = cells.RequiredText("Link URL"),
        SeenAt = cells.Date("Seen At", fatal: false),
        SiteId = cells.OptionalId("Site ID", fatal: true),
    };
}
