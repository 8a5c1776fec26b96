using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Tables;
using Bridge.Rails.House.Files;

namespace Bridge.Rails.House.Reading;

/// <summary>
/// Whose a link is that was found on a page: the partner of the row, else the one partner that has the page's host for a site. Holds
/// an entry for each site of the partner list and a 128-bit hash for each link of the link list.
/// </summary>
internal sealed class PageOwners
{
    private readonly Dictionary<string, string?> owners = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<UInt128> listed = [];

    private PageOwners()
    {
    }

    /// <summary>Reads partner list and link list. Rows that cannot be read are left out; their own readers report them.</summary>
    public static async Task<PageOwners> ReadAsync(HouseSource source, CancellationToken cancellationToken)
    {
        var pages = new PageOwners();
        foreach (var file in source.Files(HouseKind.Partners, []))
        {
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                if (row.Damage() is null && !row.IsExample() && row.Text("Partner ID") is { Length: > 0 } partner)
                {
                    pages.Add(partner, HouseWords.Parts(row.Text("Website")));
                }
            }
        }

        foreach (var file in source.Files(HouseKind.Links, []))
        {
            await foreach (var row in source.Pager.RowsAsync(file, cancellationToken))
            {
                if (row.Damage() is null && !row.IsExample())
                {
                    pages.listed.Add(Key(row.Text("Partner ID"), row.Text("Tracking URL")));
                }
            }
        }

        return pages;
    }

    /// <summary>True when the link stands in the link list, or on an earlier page.</summary>
    public bool Lists(TrackingLink link) => !listed.Add(Key(link.Partner.Value, link.TrackingUrl!));

    /// <summary>The link of a row.</summary>
    public TrackingLink Link(CellReader cells)
    {
        var (page, url) = (cells.RequiredText("Page URL"), cells.RequiredText("Link URL"));
        if (url.Length > 0 && !HouseTrackingLinkReader.IsAddress(url))
        {
            cells.Add("Link URL", url, fatal: true, "must be an absolute http or https address");
        }

        var partner = cells.Text("Partner ID") ?? OwnerOf(page);
        if (partner is null)
        {
            cells.Add("Page URL", page, fatal: true, "must be on the site of one partner, or 'Partner ID' filled in");
        }

        var destination = HouseTrackingLinkReader.Address(cells, "Destination");
        return new TrackingLink
        {
            Id = new TrackingLinkId($"page:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{partner}\u001f{url}")).AsSpan(0, 10))}"),
            Partner = new PartnerId(partner ?? ""),
            Kind = destination is null ? LinkKind.Regular : LinkKind.Deep,
            Status = LinkStatus.Unknown,
            TrackingUrl = url,
            Destination = destination,
            SeenIn = cells.Row.Place,
            SeenOn = page,
            SeenAt = cells.Date("Seen At", fatal: false),
        };
    }

    private static UInt128 Key(string partner, string url) => XxHash128.HashToUInt128(MemoryMarshal.AsBytes($"{partner}\u001f{url}".AsSpan()));

    private void Add(string partner, IReadOnlyList<string> sites)
    {
        foreach (var domain in sites.Select(site => WebProperty.DomainOf(site.Contains("://", StringComparison.Ordinal) ? site : $"https://{site}")).OfType<string>())
        {
            // Two partners of one host: the page does not say whose the link is.
            owners[domain] = owners.TryGetValue(domain, out var other) && other != partner ? null : partner;
        }
    }

    private string? OwnerOf(string page) => WebProperty.DomainOf(page) is { } domain ? owners.GetValueOrDefault(domain) : null;
}
