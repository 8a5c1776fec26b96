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
    /// <param name="owner">Publisher.</param>
    /// <param name="losses">Takes what the link does not hold.</param>
    public static TrackingLink Translate(LinkRow row, LinkAnatomy? anatomy, PartnerId owner, ICollection<Loss> losses)
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
            TrackingUrl = row.ClickUrl,
            Destination = anatomy?.Destination ?? row.LandingUrl,
            CreativeId = anatomy?.Creative ?? row.OfferId,
            SubIds = SubIds(row, anatomy),
            StartsAt = row.StartDate,
            EndsAt = row.EndDate,
        };
    }

    private static LinkKind Kind(LinkRow row, LinkAnatomy? anatomy) => RakutenTranslator.Word(row.LinkType) switch
    {
        _ when anatomy is { IsDeep: true } => LinkKind.Deep,
        "text" => LinkKind.Text,
        "banner" => LinkKind.Banner,
        _ => LinkKind.Regular,
    };

    /// <summary>The URL counts, since it is what visitors carry; the column only where the URL has no u1.</summary>
    private static ValueList<SubId> SubIds(LinkRow row, LinkAnatomy? anatomy)
    {
        var ids = new List<SubId>();
        if ((anatomy?.U1 ?? row.U1) is { } u1)
        {
            ids.Add(new SubId(U1, u1));
        }

        if (anatomy?.SubId is { } sub)
        {
            ids.Add(new SubId("subid", sub));
        }

        return ids.ToValueList();
    }

    private static Loss Lost(string code, string path, string message) =>
        new() { Code = code, Fidelity = Fidelity.Dropped, Path = path, Message = message };
}
