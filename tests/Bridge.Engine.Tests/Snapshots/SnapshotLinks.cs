using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Reading;

namespace Bridge.Engine.Tests.Snapshots;

/// <summary>Makes tracking links and pages of them.</summary>
internal static class SnapshotLinks
{
    public static TrackingLink Of(string id, string destination = "https://shop.example/", DateTimeOffset? startsAt = null) => new()
    {
        Id = new TrackingLinkId(id),
        Partner = new PartnerId("4711"),
        TrackingUrl = $"https://click.example/{id}",
        Destination = destination,
        StartsAt = startsAt,
    };

    public static TrackingLink Of(int number) => Of(string.Create(CultureInfo.InvariantCulture, $"link-{number:D7}"));

    public static Read<TrackingLink> Read(TrackingLink link, params Loss[] losses) => new(link, RawHash($"{link}"), losses);

    public static string RawHash(string row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row)).AsSpan(0, 16));

    public static ReadPage<TrackingLink> Page(IEnumerable<TrackingLink> links, string? cursor = null, RawPage? raw = null) =>
        PageOf(links.Select(link => Read(link)), cursor, raw);

    public static ReadPage<TrackingLink> PageOf(IEnumerable<Read<TrackingLink>> reads, string? cursor = null, RawPage? raw = null)
    {
        var records = reads.ToList();
        return new ReadPage<TrackingLink>
        {
            Records = records,
            Rows = new RowCounts(records.Count, records.Count, 0, 0, 0),
            Cursor = cursor,
            Raw = raw,
        };
    }
}
