using System.Globalization;
using System.Text;

namespace Bridge.Simulation.Rakuten.Generation;

/// <summary>Trade names and domains: every index has its own, without a list of those already given.</summary>
internal sealed class NameForge
{
    private static readonly string[] FirstWords =
    [
        "Fjord", "Harbor", "Café", "Größe", "Maple", "Copper", "Señal", "Lumen", "Cobalt", "Ember", "Willow", "Quartz",
        "Brisk", "Zenith", "Orchard", "Pixel", "Summit", "Tidal", "Ångström", "Velvet", "Nimbus", "Cedar", "Forêt", "Saffron",
        "Comet", "Prairie", "Garçon", "Marlin", "Opal", "Juniper", "Raven", "Solstice", "Timber", "Umbra", "Vista", "Wander",
        "Élan", "Yonder", "Basalt", "Canyon", "Dahlia", "Everest", "Fable", "Glacier", "Halcyon", "Indigo", "Jasper", "Krøne",
    ];

    private static readonly string[] SecondWords =
    [
        "Reviews", "Deals", "Bonus", "Savings", "Journal", "Codes", "Guide", "Rewards", "Compass", "Daily", "Market", "Points",
        "Digest", "Finds", "Weekly", "Cashback", "Outlet", "Trends", "Studio", "Picks", "Corner", "Circle", "Vouchers", "Lab",
        "Gazette", "Offers", "Closet", "Budget", "Insider", "Radar", "Atelier", "Shelf", "Bargains", "Report", "Lounge", "Club",
        "Selection", "Tribune", "Hunters", "Basket", "Network", "Ledger", "Channel", "Post", "Values", "Hub", "Wishlist", "Index",
    ];

    private readonly string[] _first;
    private readonly string[] _second;

    public NameForge(SeedMixer seeds)
    {
        _first = [.. seeds.Randomizer(Purpose.Words, 1).Shuffle(FirstWords)];
        _second = [.. seeds.Randomizer(Purpose.Words, 2).Shuffle(SecondWords)];
    }

    public (string Name, string Slug) Next(int index, bool odd)
    {
        var row = index % _first.Length;
        var turn = index / _first.Length;
        var round = turn / _second.Length;
        var first = _first[row];
        var second = _second[((turn % _second.Length) + (row * 7)) % _second.Length];
        var number = round == 0 ? "" : (round + 1).ToString(CultureInfo.InvariantCulture);
        var slug = Ascii($"{first}-{second}{number}");
        var name = number.Length == 0 ? $"{first} {second}" : $"{first} {second} {number}";
        return (odd ? Odd(index, name, slug) : name, slug);
    }

    /// <summary>Spellings that break careless readers of CSV, spreadsheets included.</summary>
    private static string Odd(int index, string name, string slug) => (index % 40) switch
    {
        4 => $"The \"{name}\" Page",
        11 => $"{name}, Codes & More",
        18 => $"={name}",
        24 => $"@{slug.Replace("-", "", StringComparison.Ordinal)}",
        31 => $"+{name}; Ltd.",
        36 => $"{name} | \"Best, of\" {name}",
        _ => name,
    };

    private static string Ascii(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal))
        {
            plain.Append(letter switch
            {
                'é' or 'ê' => 'e',
                'ö' or 'ø' => 'o',
                'å' => 'a',
                'ñ' => 'n',
                'ç' => 'c',
                _ => letter,
            });
        }

        return plain.ToString();
    }
}
