using System.Security.Cryptography;
using System.Text;
using Bridge.Model.Collections;
using Bridge.Model.Findings;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Rakuten.Wire;

namespace Bridge.Rails.Rakuten;

/// <summary>Link rows as tracking links.</summary>
internal static class LinkTranslator
{
    /// <summary>Name of the publishers' sub-id.</summary>
    public const string U1 = "u1";

    /// <summary>One link.</summary>
    /// <param name="row">Row.</param>
    /// <param name="anatomy">Its URL taken apart; null when it is no web address.</param>
    /// <param name="computed">The URL by the published form, when the row has none; null when it cannot be built either.</param>
    /// <param name="owner">Publisher.</param>
    /// <param name="place">File and line.</param>
    /// <param name="losses">Takes what the link does not hold.</param>
    public static TrackingLink Translate(LinkRow row, LinkAnatomy? anatomy, string? computed, PartnerId owner, string place, ICollection<Loss> losses)
    {
        var kind = Kind(row, anatomy);
        var status = RakutenTranslator.LinkStatus(row.Status);
        if (status == LinkStatus.Unknown && row.Status is not null)
        {
            losses.Add(Lost("StateUnknown", "status", $"The state '{row.Status}' is not known."));
        }

        if (anatomy?.Destination is { } decoded && row.LandingUrl is { } landing && !string.Equals(decoded, landing, StringComparison.Ordinal))
        {
            losses.Add(Lost("LandingUrl", "destination", "The landing URL differs from the destination in the click URL, which counts."));
        }

        return new TrackingLink
        {
            Id = new TrackingLinkId(row.LinkId),
            Partner = owner,
            Kind = kind,
            Status = status,
            Name = row.LinkName,
            TrackingUrl = row.ClickUrl ?? computed,
            Evidence = row.ClickUrl is not null ? LinkEvidence.Observed : computed is not null ? LinkEvidence.Computed : LinkEvidence.Unknown,
            SeenIn = place,
            Destination = anatomy?.Destination ?? row.LandingUrl,
            CreativeId = anatomy?.Creative ?? row.OfferId,
            SubIds = SubIds(row, anatomy),
            StartsAt = row.StartDate,
            EndsAt = row.EndDate,
        };
    }

    /// <summary>A link that somebody found on a page.</summary>
    public static TrackingLink Translate(PageRow row, LinkAnatomy anatomy, PartnerId owner, string place) => new()
    {
        Id = new TrackingLinkId($"page:{Digest(anatomy.Identity!)}"),
        Partner = owner,
        Kind = anatomy.IsDeep ? LinkKind.Deep : LinkKind.Regular,
        Status = LinkStatus.Unknown,
        TrackingUrl = row.LinkUrl,
        Destination = anatomy.Destination,
        CreativeId = anatomy.Creative,
        SubIds = SubIds(anatomy.U1, anatomy.SubId),
        SeenIn = place,
        SeenOn = row.PageUrl,
        SeenAt = row.SeenAt,
    };

    /// <summary>A link that only the report knows: orders came through it, and nobody listed it.</summary>
    public static TrackingLink Translate(string publisher, string linkId, string? name, string place) => new()
    {
        Id = new TrackingLinkId($"{publisher}:{linkId}"),
        Reference = linkId,
        Partner = new PartnerId(publisher),
        Status = LinkStatus.Unknown,
        Name = name,
        TrackingUrl = null,
        Evidence = LinkEvidence.Unknown,
        SeenIn = place,
    };

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));

    private static LinkKind Kind(LinkRow row, LinkAnatomy? anatomy) => RakutenTranslator.Word(row.LinkType) switch
    {
        _ when anatomy is { IsDeep: true } => LinkKind.Deep,
        "deep" when row.ClickUrl is null => LinkKind.Deep,
        "text" => LinkKind.Text,
        "banner" => LinkKind.Banner,
        _ => LinkKind.Regular,
    };

    /// <summary>The URL counts, since it is what visitors carry; the column only where the URL has no u1.</summary>
    private static ValueList<SubId> SubIds(LinkRow row, LinkAnatomy? anatomy) => SubIds(anatomy?.U1 ?? row.U1, anatomy?.SubId);

    private static ValueList<SubId> SubIds(string? u1, string? sub)
    {
        var ids = new List<SubId>();
        if (u1 is not null)
        {
            ids.Add(new SubId(U1, u1));
        }

        if (sub is not null)
        {
            ids.Add(new SubId("subid", sub));
        }

        return ids.ToValueList();
    }

    private static Loss Lost(string code, string path, string message) =>
        new() { Code = code, Fidelity = Fidelity.Dropped, Path = path, Message = message };
}
