using System.Globalization;
using Bogus;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Tracking links in every form of rakuten.md 8, with the odd sub ids and nested destinations of real ones.</summary>
internal sealed class LinkForge(RakutenPackOptions options, SeedMixer seeds)
{
    private const string ClickHost = "https://click.linksynergy.com";
    private const string RegionalHost = "https://linksynergy.jrs5.com";

    private readonly string[] _hosts = [.. options.BrandHosts];

    private static readonly string[] Sections = ["shoes", "bags", "home-living", "outdoor", "kids", "sale", "new-in"];

    /// <summary>Sub ids as publishers write them: separators, escapes, other scripts, and one of the full 72 characters.</summary>
    private static readonly string[] OddSubIds =
    [
        "spring sale/50%", "a&b=c", "50%25 off", "é+ü|*", "{clickid}", "news letter #12", "日本-セール", "x?y=z;w", "\"quoted\"",
        "0123456789abcdefghijklmnopqrstuvwxyz-0123456789abcdefghijklmnopqrstuvwxy",
    ];

    public RakutenLink Next(RakutenPublisher publisher, RakutenOffer offer, int ordinal)
    {
        var random = seeds.Randomizer(Purpose.Links, ordinal);
        var form = Form(ordinal);
        var linkId = (1_000_000L + (ordinal * 3L)).ToString(CultureInfo.InvariantCulture);
        var foreign = ordinal % 97 == 60;
        var destination = Destination(random, ordinal, foreign ? options.ForeignHost : random.ArrayElement(_hosts));
        var u1 = SubId(random, ordinal);
        var expired = ordinal % 11 == 8;
        var start = options.AsOf.AddDays(-random.Int(200, 800));
        var creative = form is RakutenLinkForm.Text or RakutenLinkForm.Banner or RakutenLinkForm.Drm;
        var oid = creative ? offer.Rules[0].Oid : (int?)null;
        return new RakutenLink
        {
            LinkId = linkId,
            Name = Name(random, form, ordinal),
            Form = form,
            Sid = publisher.Sid,
            EncryptedId = publisher.EncryptedId,
            Oid = oid,
            ClickUrl = creative
                ? $"{ClickHost}/fs-bin/click?{Creative("offerid", publisher, oid, linkId, form, ordinal)}{Tail(u1)}"
                : DeepLink(form, publisher, destination, u1),
            ImpressionUrl = creative
                ? $"https://ad.linksynergy.com/fs-bin/show?{Creative("bids", publisher, oid, linkId, form, ordinal)}"
                : null,
            Destination = destination,
            OnBrandHost = !foreign,
            U1 = u1,
            Start = start,
            End = expired ? options.AsOf.AddDays(-random.Int(1, 150)) : ordinal % 5 == 0 ? options.AsOf.AddDays(random.Int(60, 400)) : null,
            Active = !expired,
        };
    }

    /// <summary>Fixed by position, so that even a small pack has every form.</summary>
    private static RakutenLinkForm Form(int ordinal) => (ordinal % 20) switch
    {
        0 or 3 or 6 or 9 or 12 or 15 => RakutenLinkForm.Text,
        1 or 7 or 13 => RakutenLinkForm.Banner,
        4 => RakutenLinkForm.Drm,
        10 => RakutenLinkForm.DeepShortParameter,
        16 => RakutenLinkForm.DeepRegional,
        _ => RakutenLinkForm.Deep,
    };

    private static string Creative(string offerKey, RakutenPublisher publisher, int? oid, string linkId, RakutenLinkForm form, int ordinal)
    {
        var type = form switch { RakutenLinkForm.Text => 3, RakutenLinkForm.Banner => 4, _ => 10 };
        var subId = ordinal % 18 == 6 ? "LSNSUBSITE" : "0";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"id={publisher.EncryptedId}&{offerKey}={oid}.{linkId}&type={type}&subid={subId}");
    }

    private string DeepLink(RakutenLinkForm form, RakutenPublisher publisher, string destination, string? u1)
    {
        var host = form == RakutenLinkForm.DeepRegional ? RegionalHost : ClickHost;
        var parameter = form == RakutenLinkForm.DeepShortParameter ? "u" : "murl";
        return $"{host}/deeplink?id={publisher.EncryptedId}&mid={options.Mid}&{parameter}={Uri.EscapeDataString(destination)}{Tail(u1)}";
    }

    private static string Tail(string? u1) => u1 is null ? "" : $"&u1={Uri.EscapeDataString(u1)}";

    private static string Destination(Randomizer random, int ordinal, string host)
    {
        var section = random.ArrayElement(Sections);
        return (ordinal % 6) switch
        {
            0 => $"https://{host}/",
            1 => $"https://{host}/{section}",
            2 => $"https://{host}/{section}/item-{random.Int(1000, 99999)}?color={random.ArrayElement(["red", "navy", "gr%C3%BCn"])}&size=M",
            3 => $"https://{host}/{section}?utm_source=affiliate&utm_campaign=spring%20sale",
            4 => $"https://{host}/go?next={Uri.EscapeDataString($"https://{host}/{section}?ref=a&size=L%26XL")}&lang=en",
            _ => $"https://{host}/{section}/caf%C3%A9#reviews",
        };
    }

    private static string? SubId(Randomizer random, int ordinal) => (ordinal % 5) switch
    {
        0 or 2 => null,
        4 => OddSubIds[ordinal / 5 % OddSubIds.Length],
        _ => string.Create(CultureInfo.InvariantCulture, $"{random.ArrayElement(["nl", "home", "post", "app"])}-{random.Int(10, 99999)}"),
    };

    private string Name(Randomizer random, RakutenLinkForm form, int ordinal)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{PackColumns.Word(form)} {random.ArrayElement(Sections)} {ordinal + 1}");
        return options.Dirt && ordinal % 83 == 7 ? $"{name}\nwith \"extra\" note" : name;
    }
}
