using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Reading;

/// <summary>Tracking links.</summary>
internal sealed class HouseTrackingLinkReader(HouseSource source) : ITrackingLinkReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.TrackingLink;

    /// <inheritdoc />
    public IAsyncEnumerable<ReadPage<TrackingLink>> ReadAsync(ReadScope scope, CancellationToken cancellationToken) => source.Reading.ReadAsync<TrackingLink>(
        (_, head) => source.Files(HouseKind.Links, head),
        scope,
        (_, _) => Task.FromResult<RowTranslator<TrackingLink>>((row, findings) => HouseRows.Read(Entity, row, findings, (cells, _) => Link(cells))),
        tail: null,
        cancellationToken);

    private static TrackingLink Link(CellReader cells)
    {
        var url = cells.RequiredText("Tracking URL");
        if (url.Length > 0 && !IsAddress(url))
        {
            cells.Add("Tracking URL", url, fatal: true, "must be an absolute http or https address");
        }

        var destination = cells.Text("Destination");
        if (destination is not null && !IsAddress(destination))
        {
            cells.Add("Destination", destination, fatal: false, "must be an absolute http or https address");
            destination = null;
        }

        var vanity = cells.Text("Vanity Path")?.Trim('/');
        return new TrackingLink
        {
            Id = new TrackingLinkId(cells.RequiredText("Link ID")),
            Partner = new PartnerId(cells.RequiredText("Partner ID")),
            Kind = HouseWords.Word(cells, "Link Kind", vanity is not null ? LinkKind.Vanity : destination is not null ? LinkKind.Deep : LinkKind.Regular),
            Status = HouseWords.Word(cells, "Status", LinkStatus.Unknown),
            Name = cells.Text("Name"),
            TrackingUrl = url,
            Destination = destination,
            VanityPath = vanity,
            CreativeId = cells.Text("Creative ID"),
            SubIds = HouseWords.Pairs(cells, "Sub IDs").Select(pair => new SubId(pair.Name, pair.Value)).ToValueList(),
            StartsAt = cells.Date("Start Date", fatal: false),
            EndsAt = cells.LastDay("End Date"),
        };
    }

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
