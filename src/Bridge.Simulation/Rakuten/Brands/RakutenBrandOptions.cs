namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>Size and flavour of a generated brand.</summary>
public sealed record RakutenBrandOptions
{
    /// <summary>The same seed gives the same bytes.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Partners over all programs, each counted once.</summary>
    public int Partners { get; init; } = 1100;

    /// <summary>Share of <see cref="Partners"/> that is in two neighbouring programs.</summary>
    public decimal SharedShare { get; init; } = 0.15m;

    /// <summary>Months of performance.</summary>
    public int Months { get; init; } = 18;

    /// <summary>Sub-publishers of every sub-network.</summary>
    public int SubPublishers { get; init; } = 12;

    /// <summary>False for tidy files.</summary>
    public bool Dirt { get; init; } = true;

    /// <summary>The day of the exports.</summary>
    public DateOnly AsOf { get; init; } = new(2026, 6, 30);

    /// <summary>Programs, first to last.</summary>
    public IReadOnlyList<RakutenBrandProgram> Programs { get; init; } = [.. RakutenBrandProgram.Known.Take(2)];

    /// <summary>Fewest partners for a number of programs.</summary>
    /// <param name="programs">Number of programs.</param>
    public static int MinimumPartners(int programs) => 20 * programs;
}
