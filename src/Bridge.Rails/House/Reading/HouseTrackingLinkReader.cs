using System.Runtime.CompilerServices;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Reading;

/// <summary>Tracking links: the link list, then links that were found on pages.</summary>
internal sealed class HouseTrackingLinkReader(HouseSource source) : ITrackingLinkReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.TrackingLink;

    /// <inheritdoc />
    public async IAsyncEnumerable<ReadPage<TrackingLink>> ReadAsync(ReadScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageOwners? owners = null;
        var pages = source.Reading.ReadAsync<TrackingLink>(
            (_, head) => [.. source.Files(HouseKind.Links, head), .. source.Pages()],
            scope,
            async (_, _) =>
            {
                owners = source.Pages().Count == 0 ? null : await PageOwners.ReadAsync(source, cancellationToken);
                return (row, findings) => row.File.Schema.Name == nameof(HouseKind.Pages)
                    ? Found(row, owners!, findings)
                    : HouseRows.Read(Entity, row, findings, (cells, _) => Link(cells));
            },
            tail: null,
            cancellationToken);
        await foreach (var page in pages)
        {
            yield return page;
        }
    }

    private RowOutcome<TrackingLink> Found(TableRow row, PageOwners owners, List<Finding> findings)
    {
        var outcome = HouseRows.Read(Entity, row, findings, (cells, _) => owners.Link(cells));
        return outcome.Record is { } read && owners.Lists(read.Record) ? RowOutcome<TrackingLink>.Duplicate : outcome;
    }

    private static TrackingLink Link(CellReader cells)
    {
        var url = cells.Text("Tracking URL");
        if (url is not null && !IsAddress(url))
        {
            cells.Add("Tracking URL", url, fatal: true, "must be an absolute http or https address");
        }

        var evidence = HouseWords.Word(cells, "Known By", url is null ? LinkEvidence.Unknown : LinkEvidence.Observed);
        if (evidence == LinkEvidence.Unknown != url is null)
        {
            cells.Add("Known By", cells.Text("Known By") ?? "", fatal: false, url is null ? "must be unknown, or 'Tracking URL' filled in" : "must not be unknown beside a tracking URL");
            evidence = url is null ? LinkEvidence.Unknown : LinkEvidence.Observed;
        }

        var destination = Address(cells, "Destination");
        var vanity = cells.Text("Vanity Path")?.Trim('/');
        return new TrackingLink
        {
            Id = new TrackingLinkId(cells.RequiredText("Link ID")),
            Partner = new PartnerId(cells.RequiredText("Partner ID")),
            Kind = HouseWords.Word(cells, "Link Kind", vanity is not null ? LinkKind.Vanity : destination is not null ? LinkKind.Deep : LinkKind.Regular),
            Status = HouseWords.Word(cells, "Status", LinkStatus.Unknown),
            Name = cells.Text("Name"),
            TrackingUrl = url,
            Evidence = evidence,
            Reference = cells.Text("Report ID"),
            Destination = destination,
            VanityPath = vanity,
            CreativeId = cells.Text("Creative ID"),
            SubIds = HouseWords.Pairs(cells, "Sub IDs").Select(pair => new SubId(pair.Name, pair.Value)).ToValueList(),
            StartsAt = cells.Date("Start Date", fatal: false),
            EndsAt = cells.LastDay("End Date"),
            SeenIn = cells.Row.Place,
            SeenOn = cells.Text("Page"),
            SeenAt = cells.Date("Seen At", fatal: false),
        };
    }

    /// <summary>A web address, or null when blank; anything else is a problem of its cell.</summary>
    internal static string? Address(CellReader cells, string column)
    {
        if (cells.Text(column) is not { } text || IsAddress(text))
        {
            return cells.Text(column);
        }

        cells.Add(column, text, fatal: false, "must be an absolute http or https address");
        return null;
    }

    internal static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
