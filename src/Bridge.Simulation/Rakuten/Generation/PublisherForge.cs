using System.Globalization;
using System.Text;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Publishers by index.</summary>
/// <param name="options">Size and flavour.</param>
/// <param name="own">Numbers of this program alone.</param>
internal sealed class PublisherForge(RakutenPackOptions options, SeedMixer own)
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

    private readonly SeedMixer _seeds = Shared(options, own);
    private readonly NameForge _names = new(Shared(options, own));
    private readonly ContactForge _contacts = new(Shared(options, own));

    public static RakutenPublisherState State(int index) => (index % 20) switch
    {
        7 => RakutenPublisherState.Applied,
        13 => RakutenPublisherState.Removed,
        _ => RakutenPublisherState.Approved,
    };

    /// <summary>Kind of a publisher.</summary>
    /// <param name="index">Place in the program.</param>
    public RakutenPublisherKind Kind(int index) => KindOf(Person(index));

    private RakutenPublisherKind KindOf(int index) => index == options.Population?.SubNetwork ? RakutenPublisherKind.SubNetwork : _seeds.Below(Purpose.Kind, index, 100) switch
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

    /// <summary>The publisher at a place of the program; who it is depends on its place among all publishers.</summary>
    public RakutenPublisher Next(int place)
    {
        var index = Person(place);
        var random = _seeds.Randomizer(Purpose.Publisher, index);
        var state = State(place);
        var kind = KindOf(index);
        var otherIds = index < (options.Population?.KnownBelow ?? 0) && index % 10 == 4;
        var (name, slug) = _names.Next(index, options.Dirt);
        var details = index % 10 == 2 ? _contacts.Next(index) : null;
        var domain = $"{slug}.example";
        var email = index % 12 == 10 ? null : Email(index, slug, domain);
        return new RakutenPublisher
        {
            Sid = otherIds ? Sid(index, 6) : Sid(index, 0),
            EncryptedId = otherIds ? EncryptedId(Purpose.OtherEncryptedId, index) : EncryptedId(Purpose.EncryptedId, index),
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
            AlsoListedAsRemoved = options.Dirt && state == RakutenPublisherState.Approved && place % 150 == 15,
            JoinDate = options.AsOf.AddDays(-random.Int(30, 3200)),
            Categories = [.. random.ArrayElements(Categories, random.Int(1, 3))],
            Details = details,
        };
    }

    private int Person(int place) => place + (options.Population?.First ?? 0);

    private static SeedMixer Shared(RakutenPackOptions options, SeedMixer own) =>
        options.Population is { } population ? new SeedMixer(population.Seed) : own;

    /// <summary>Ids lie 13 apart, so that a publisher's other id is nobody else's.</summary>
    private string Sid(int index, int shift) =>
        (2_000_000L + _seeds.Below(Purpose.SiteId, 0, 13) + shift + (index * 13L)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Different for every index. Now and then only the letter case tells a publisher's id from the one before.</summary>
    private string EncryptedId(Purpose purpose, int index)
    {
        if (index % 200 == 5)
        {
            return SwapCase(EncryptedId(purpose, index - 1));
        }

        var number = _seeds.Number(purpose, index);
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
