namespace Bridge.Simulation.Rakuten;

/// <summary>Size and flavour of a generated export folder. Counts are distinct records; dirt comes on top of them.</summary>
public sealed record RakutenPackOptions
{
    /// <summary>The same seed gives the same bytes.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Publishers over all states: nine of ten approved, the others applied or removed.</summary>
    public int Publishers { get; init; } = 400;

    /// <summary>Offer assignments. At most two per approved or removed publisher: the baseline and one above it.</summary>
    public int Contracts { get; init; } = 460;

    public int Links { get; init; } = 1200;

    /// <summary>Rows of the coupon list: owned codes, a few claimed twice, and some without owner.</summary>
    public int Codes { get; init; } = 150;

    /// <summary>Offers in the sheet, at least <see cref="MinimumOffers"/>.</summary>
    public int Offers { get; init; } = 18;

    /// <summary>Orders of the last <see cref="Months"/>; one of twenty has a correction row.</summary>
    public int Orders { get; init; } = 900;

    /// <summary>How many months back the orders go.</summary>
    public int Months { get; init; } = 12;

    /// <summary>Sub-publishers of every publisher that is a sub-network; 0 for a report without columns for them.</summary>
    public int SubPublishers { get; init; }

    /// <summary>Language of headers, dates and numbers.</summary>
    public RakutenLanguage Language { get; init; } = RakutenLanguage.English;

    /// <summary>The publishers of several programs that this one has a window on; null for publishers of its own.</summary>
    public RakutenPopulation? Population { get; init; }

    /// <summary>Other names for files, by their usual name; a file that is not named keeps it.</summary>
    public IReadOnlyDictionary<string, string> FileNames { get; init; } = new Dictionary<string, string>();

    /// <summary>False for tidy files: no duplicates, unreadable rows, blank lines, contradictions or odd spellings.</summary>
    public bool Dirt { get; init; } = true;

    /// <summary>The day of the export. What runs or has ended is judged by it.</summary>
    public DateOnly AsOf { get; init; } = new(2026, 6, 30);

    /// <summary>The advertiser's id.</summary>
    public string Mid { get; init; } = "38207";

    /// <summary>ISO 4217 of the network.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Hosts of the brand.</summary>
    public IReadOnlyList<string> BrandHosts { get; init; } =
        ["www.acme-shop.example", "outlet.acme-shop.example", "www.acme-gifts.example"];

    /// <summary>A host that is not the brand's; about one link in a hundred leads there.</summary>
    public string ForeignHost { get; init; } = "landing.partner-pages.example";

    /// <summary>Fewest offers that show every kind of rule.</summary>
    public static int MinimumOffers => 15;

    /// <summary>A pack of this many publishers, the other counts in the proportions of the normal one.</summary>
    /// <param name="publishers">Publishers.</param>
    public static RakutenPackOptions Of(int publishers)
    {
        var usual = new RakutenPackOptions();
        return publishers == usual.Publishers ? usual : usual with
        {
            Publishers = publishers,
            Contracts = publishers + (publishers * 3 / 20),
            Links = publishers * 3,
            Codes = publishers * 3 / 8,
            Orders = publishers * 2,
        };
    }

    /// <summary>A pack for benchmarks, in the proportions of the normal one and without orders.</summary>
    /// <param name="publishers">Publishers.</param>
    /// <param name="links">Links.</param>
    public static RakutenPackOptions Large(int publishers, int links) => new()
    {
        Publishers = publishers,
        Links = links,
        Contracts = publishers + (publishers * 3 / 20),
        Codes = publishers * 3 / 8,
        Orders = 0,
    };
}
