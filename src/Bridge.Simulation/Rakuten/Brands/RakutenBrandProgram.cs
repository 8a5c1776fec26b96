namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>One program of a generated brand: a network, its money, clock and language.</summary>
public sealed record RakutenBrandProgram
{
    /// <summary>Short name, also that of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>Name as people see it.</summary>
    public required string Title { get; init; }

    /// <summary>The advertiser's id in this network.</summary>
    public required string Mid { get; init; }

    /// <summary>Number of the network.</summary>
    public required int Network { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the market.</summary>
    public required string Market { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>IANA time zone of the reports.</summary>
    public required string TimeZone { get; init; }

    public required RakutenLanguage Language { get; init; }

    /// <summary>Hosts of the shop.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>What the downloaded files are called, by their usual name.</summary>
    public required IReadOnlyDictionary<string, string> FileNames { get; init; }

    /// <summary>The programs that a generated brand can have.</summary>
    public static IReadOnlyList<RakutenBrandProgram> Known { get; } =
    [
        new()
        {
            Name = "us",
            Title = "Acme Outfitters US",
            Mid = "38207",
            Network = 1,
            Market = "US",
            Currency = "USD",
            TimeZone = "America/New_York",
            Language = RakutenLanguage.English,
            Hosts = ["www.acme-shop.example", "outlet.acme-shop.example"],
            FileNames = DownloadNames.English("US"),
        },
        new()
        {
            Name = "de",
            Title = "Acme Outfitters Deutschland",
            Mid = "41553",
            Network = 9,
            Market = "DE",
            Currency = "EUR",
            TimeZone = "Europe/Berlin",
            Language = RakutenLanguage.German,
            Hosts = ["www.acme-mode.example", "outlet.acme-mode.example"],
            FileNames = DownloadNames.German("DE"),
        },
        new()
        {
            Name = "uk",
            Title = "Acme Outfitters UK",
            Mid = "39914",
            Network = 3,
            Market = "GB",
            Currency = "GBP",
            TimeZone = "Europe/London",
            Language = RakutenLanguage.English,
            Hosts = ["www.acme-clothing.example"],
            FileNames = DownloadNames.English("UK"),
        },
    ];

    /// <summary>A known program by its name, or null.</summary>
    public static RakutenBrandProgram? Find(string name) => Known.FirstOrDefault(program => program.Name == name);
}
