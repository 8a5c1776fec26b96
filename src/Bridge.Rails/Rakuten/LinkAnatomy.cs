namespace Bridge.Rails.Rakuten;

/// <summary>
/// A tracking URL taken apart (reference of the rail, section 8). The form is told by the path, since click hosts differ by
/// region. The publisher's id is taken as it stands: letter case counts, and it is never encoded again.
/// </summary>
internal sealed record LinkAnatomy
{
    /// <summary>Destination of a deep link: <c>/deeplink</c>.</summary>
    public bool IsDeep { get; private init; }

    /// <summary>Creative link: <c>/fs-bin/click</c>.</summary>
    public bool IsCreative { get; private init; }

    /// <summary>Encrypted id of the publisher; null when the URL has none.</summary>
    public string? EncryptedId { get; private init; }

    /// <summary>Advertiser of a deep link; null for others.</summary>
    public string? AdvertiserId { get; private init; }

    /// <summary>Offer rule and creative, <c>OID.linkID</c>; null for deep links.</summary>
    public string? Creative { get; private init; }

    /// <summary>Decoded destination; null when the URL names none.</summary>
    public string? Destination { get; private init; }

    /// <summary>Decoded u1; null when there is none.</summary>
    public string? U1 { get; private init; }

    /// <summary>Decoded subid; null when it is absent, the default 0, or the literal placeholder of feeds.</summary>
    public string? SubId { get; private init; }

    /// <summary>Parameters that the form cannot do without and that are missing.</summary>
    public IReadOnlyList<string> Missing { get; private init; } = [];

    /// <summary>
    /// The same for two URLs that credit the same publisher for the same thing, whatever click host and order of parameters they
    /// have; null when the URL has no published form.
    /// </summary>
    public string? Identity => !IsDeep && !IsCreative ? null : string.Join('\u001f', EncryptedId, Creative, AdvertiserId, Destination, U1, SubId);

    /// <summary>
    /// The URL of a deep link by its published form. The encrypted id goes in as it stands; creative links need a number for
    /// their type that nobody publishes, so none is built for them.
    /// </summary>
    public static string DeepLink(string encryptedId, string advertiserId, string destination, string? u1) =>
        $"https://click.linksynergy.com/deeplink?id={encryptedId}&mid={advertiserId}&murl={Uri.EscapeDataString(destination)}" +
        (u1 is null ? "" : $"&u1={Uri.EscapeDataString(u1)}");

    /// <summary>Takes a URL apart; null when it is no absolute web address.</summary>
    public static LinkAnatomy? Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var values = Query(url);
        var deep = uri.AbsolutePath.TrimEnd('/').EndsWith("/deeplink", StringComparison.OrdinalIgnoreCase);
        var creative = uri.AbsolutePath.TrimEnd('/').EndsWith("/fs-bin/click", StringComparison.OrdinalIgnoreCase);
        var destination = Filled(values, "murl") ?? Filled(values, "u");
        var anatomy = new LinkAnatomy
        {
            IsDeep = deep,
            IsCreative = creative,
            EncryptedId = Filled(values, "id"),
            AdvertiserId = deep ? Filled(values, "mid") : null,
            Creative = creative ? Filled(values, "offerid") : null,
            Destination = deep ? destination : null,
            U1 = Filled(values, "u1"),
            SubId = Filled(values, "subid") is { } sub && sub is not ("0" or "LSNSUBSITE") ? sub : null,
        };
        string[] needed = deep ? ["id", "mid", "murl"] : creative ? ["id", "offerid"] : [];
        return anatomy with { Missing = [.. needed.Where(name => Filled(values, name) is null && !(name == "murl" && destination is not null))] };
    }

    /// <summary>Parameters decoded once, the first of equal names; nested addresses keep their own encoding.</summary>
    private static Dictionary<string, string> Query(string url)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var start = url.IndexOf('?', StringComparison.Ordinal);
        var end = url.IndexOf('#', StringComparison.Ordinal);
        if (start < 0 || (end >= 0 && end < start))
        {
            return values;
        }

        foreach (var pair in url[(start + 1)..(end < 0 ? url.Length : end)].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var mark = pair.IndexOf('=', StringComparison.Ordinal);
            var name = mark < 0 ? pair : pair[..mark];
            values.TryAdd(Uri.UnescapeDataString(name), mark < 0 ? "" : Uri.UnescapeDataString(pair[(mark + 1)..]));
        }

        return values;
    }

    private static string? Filled(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;
}
