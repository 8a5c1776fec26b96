using System.Globalization;
using System.Text;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Publishers by index.</summary>
internal sealed class PublisherForge(RakutenPackOptions options, SeedMixer seeds)
{
    /// <summary>64 characters, case-sensitive; the last ones are symbols that a query may carry as they are.</summary>
    private const string IdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*/";

    private static readonly Dictionary<RakutenPublisherKind, RakutenPublisherGroup> Groups = new()
    {
        [RakutenPublisherKind.Content] = new("3101", "Content & Reviews"),
        [RakutenPublisherKind.Coupon] = new("3102", "Coupon Partners"),
        [RakutenPublisherKind.Cashback] = new("3103", "Cashback, Loyalty"),
        [RakutenPublisherKind.Loyalty] = new("3103", "Cashback, Loyalty"),
        [RakutenPublisherKind.Influencer] = new("3104", "Creators"),
        [RakutenPublisherKind.PriceComparison] = new("3105", "Comparison"),
        [RakutenPublisherKind.SubNetwork] = new("3106", "Strategic Partners"),
    };

    private static readonly string[] Categories = ["Apparel", "Shoes", "Travel", "Home & Garden", "Electronics", "Beauty", "Gifts"];

    private readonly NameForge _names = new(seeds);
    private readonly ContactForge _contacts = new(seeds);

    public static RakutenPublisherState State(int index) => (index % 20) switch
    {
        7 => RakutenPublisherState.Applied,
        13 => RakutenPublisherState.Removed,
        _ => RakutenPublisherState.Approved,
    };

    public RakutenPublisherKind Kind(int index) => seeds.Below(Purpose.Kind, index, 100) switch
    {
        < 35 => RakutenPublisherKind.Content,
        < 50 => RakutenPublisherKind.Coupon,
        < 60 => RakutenPublisherKind.Cashback,
        < 68 => RakutenPublisherKind.Loyalty,
        < 83 => RakutenPublisherKind.Influencer,
        < 90 => RakutenPublisherKind.PriceComparison,
        < 95 => RakutenPublisherKind.Email,
        _ => RakutenPublisherKind.SubNetwork,
    };

    public RakutenPublisher Next(int index)
    {
        var random = seeds.Randomizer(Purpose.Publisher, index);
        var state = State(index);
        var kind = Kind(index);
        var (name, slug) = _names.Next(index, options.Dirt);
        var details = index % 10 == 2 ? _contacts.Next(index) : null;
        var domain = $"{slug}.example";
        var email = index % 12 == 10 ? null : Email(index, slug, domain);
        return new RakutenPublisher
        {
            Sid = Sid(index),
            EncryptedId = EncryptedId(index),
            Name = name,
            Url = Url(index, domain),
            Domain = domain,
            Email = email,
            EmailAsWritten = options.Dirt ? Untidy(index, email) : email,
            Group = index % 7 == 6 ? null : Groups.GetValueOrDefault(kind),
            Kind = kind,
            State = state,
            StatusWord = state switch
            {
                RakutenPublisherState.Approved => "active",
                RakutenPublisherState.Applied => "pending",
                _ => random.ArrayElement(["self-removed", "permanent-remove", "temp-remove"]),
            },
            AlsoListedAsRemoved = options.Dirt && state == RakutenPublisherState.Approved && index % 150 == 15,
            JoinDate = options.AsOf.AddDays(-random.Int(30, 3200)),
            Categories = [.. random.ArrayElements(Categories, random.Int(1, 3))],
            Details = details,
        };
    }

    private string Sid(int index) =>
        (2_000_000L + seeds.Below(Purpose.SiteId, 0, 13) + (index * 13L)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Different for every index. Now and then only the letter case tells a publisher's id from the one before.</summary>
    private string EncryptedId(int index)
    {
        if (index % 200 == 5)
        {
            return SwapCase(EncryptedId(index - 1));
        }

        var number = seeds.Number(Purpose.EncryptedId, index);
        var text = new StringBuilder(11);
        for (var position = 0; position < 11; position++)
        {
            text.Append(IdAlphabet[(int)(number & 63)]);
            number >>= 6;
        }

        return text.ToString();
    }

    private static string SwapCase(string text) => string.Concat(text.Select(letter =>
        char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));

    private string Url(int index, string domain) => (index % 9) switch
    {
        1 => $"http://{domain}/",
        3 when options.Dirt => domain,
        5 when options.Dirt => $"www.{domain}/blog",
        7 => $"https://{domain}/about-us",
        _ => $"https://www.{domain}",
    };

    private static string Email(int index, string slug, string domain) => (index % 4) switch
    {
        0 => $"partners@{domain}",
        1 => $"{slug.Replace("-", ".", StringComparison.Ordinal)}@example.com",
        2 => $"affiliates@{domain}",
        _ => $"{slug}@mail.example.com",
    };

    private static string? Untidy(int index, string? email) => (index % 15) switch
    {
        4 => email?.ToUpperInvariant(),
        8 => email is null ? null : $" {email} ",
        9 => email is null ? null : $"{char.ToUpperInvariant(email[0])}{email[1..]} ",
        _ => email,
    };
}
