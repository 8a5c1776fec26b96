using System.Runtime.CompilerServices;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.Rakuten.Files;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten.Reading;

/// <summary>
/// Tracking links. Rakuten lists none, so they come from three places: the link export, links found on pages, and link ids that
/// only the report names, which are records without a URL. The owner is the SID of the row, else the publisher of the encrypted id.
/// </summary>
internal sealed class RakutenTrackingLinkReader(RakutenSource source, TableReading reading) : ITrackingLinkReader
{
    /// <inheritdoc />
    public EntityKind Entity => EntityKind.TrackingLink;

    /// <inheritdoc />
    public async IAsyncEnumerable<ReadPage<TrackingLink>> ReadAsync(ReadScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PublisherIndex? index = null;
        var pages = reading.ReadAsync<TrackingLink>(
            (asOf, head) => source.Files([ExportKind.Links], asOf, head),
            scope,
            async (asOf, _) =>
            {
                var publishers = index = await source.PublishersAsync(asOf, cancellationToken);
                return (row, findings) => Read(row, publishers, findings);
            },
            (after, asOf) => new UnlistedLinks(source, index!, Entity).ReadAsync(after, asOf, cancellationToken),
            cancellationToken);
        await foreach (var page in pages)
        {
            yield return page;
        }
    }

    private RowOutcome<TrackingLink> Read(TableRow row, PublisherIndex index, List<Finding> findings)
    {
        if (TableReading.Refuse<TrackingLink>(Entity, row, null, findings) is { } refused)
        {
            return refused;
        }

        var cells = new CellReader(row);
        var link = LinkRow.From(cells);
        if (TableReading.Refuse<TrackingLink>(Entity, row, cells, findings) is { } unreadable)
        {
            return unreadable;
        }

        var anatomy = link.ClickUrl is null ? null : LinkAnatomy.Of(link.ClickUrl);
        var encrypted = link.EncryptedId ?? anatomy?.EncryptedId;
        var owner = link.SiteId ?? (encrypted is null ? null : index.OwnerOf(encrypted));
        if (owner is null)
        {
            findings.Add(Problem("BRG-RKT-052", Severity.Warning, row, link, encrypted, "The row cannot be read: it has no Site ID, and no single publisher has its encrypted id. Letter case counts.", "Fill in the Site ID of the link."));
            return RowOutcome<TrackingLink>.Unreadable;
        }

        var known = index.EncryptedIdOf(owner);
        var computed = link.ClickUrl is null ? Compute(link, encrypted ?? known) : null;
        Examine(row, link, anatomy, computed, encrypted, known, findings);
        var losses = TableReading.Losses(cells).ToList();
        return RowOutcome<TrackingLink>.Of(new Read<TrackingLink>(
            LinkTranslator.Translate(link, anatomy, computed, new PartnerId(owner), row.Place, losses), row.RawHash(), losses));
    }

    private string? Compute(LinkRow link, string? encrypted) =>
        RakutenTranslator.Word(link.LinkType) == "deep" && encrypted is not null && link.LandingUrl is { } landing && Uri.TryCreate(landing, UriKind.Absolute, out _)
            ? LinkAnatomy.DeepLink(encrypted, source.Options.AdvertiserId, landing, link.U1)
            : null;

    private void Examine(TableRow row, LinkRow link, LinkAnatomy? anatomy, string? computed, string? encrypted, string? known, List<Finding> findings)
    {
        if (link.ClickUrl is null)
        {
            findings.Add(Problem(
                "BRG-RKT-054",
                Severity.Warning,
                row,
                link,
                null,
                computed is null ? "The click URL is not known: the link is kept without it." : "The click URL is not known; it was built from the publisher's encrypted id and the landing URL.",
                "Look the link up in the dashboard, or list the pages that carry it in crawled-links.csv."));
        }
        else if (anatomy is null or { IsDeep: false, IsCreative: false })
        {
            findings.Add(Problem("BRG-RKT-050", Severity.Warning, row, link, null, "The click URL has no published form of a Rakuten link; only the landing URL says where it leads.", "Check the link in the dashboard."));
        }
        else if (anatomy.Missing.Count > 0)
        {
            findings.Add(Problem("BRG-RKT-050", Severity.Warning, row, link, string.Join(", ", anatomy.Missing), "The click URL lacks a parameter without which Rakuten shows an error page.", "Check the link in the dashboard."));
        }

        if (anatomy?.AdvertiserId is { } mid && !string.Equals(mid, source.Options.AdvertiserId, StringComparison.Ordinal))
        {
            findings.Add(Problem("BRG-RKT-051", Severity.Excluding, row, link, mid, $"The link belongs to another advertiser (MID) than {source.Options.AdvertiserId}, the one of this connection.", "Move it with the migration of its own program."));
        }

        if (encrypted is not null && known is not null && !string.Equals(encrypted, known, StringComparison.Ordinal))
        {
            findings.Add(Problem("BRG-RKT-053", Severity.Warning, row, link, encrypted, $"The link carries another encrypted id than its publisher, {known}; letter case counts. The Site ID decides.", "Check in the dashboard whose link it is."));
        }
    }

    private Finding Problem(string code, Severity severity, TableRow row, LinkRow link, string? value, string rule, string remedy) =>
        TableFindings.Row(code, severity, Entity, row.Place, value, rule, remedy, link.LinkId);
}
