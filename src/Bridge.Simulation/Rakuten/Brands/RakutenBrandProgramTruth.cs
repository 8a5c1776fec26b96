namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>What is really in one program of a generated brand.</summary>
public sealed record RakutenBrandProgramTruth
{
    public required string Name { get; init; }

    public required string Mid { get; init; }

    public required int Network { get; init; }

    public required string Currency { get; init; }

    public required string TimeZone { get; init; }

    public required RakutenLanguage Language { get; init; }

    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>What the files are called, by their usual name.</summary>
    public required IReadOnlyDictionary<string, string> FileNames { get; init; }

    public required RakutenPackTruth Pack { get; init; }

    internal static RakutenBrandProgramTruth Of(RakutenBrandPart part) => new()
    {
        Name = part.Program.Name,
        Mid = part.Program.Mid,
        Network = part.Program.Network,
        Currency = part.Program.Currency,
        TimeZone = part.Program.TimeZone,
        Language = part.Program.Language,
        Hosts = part.Program.Hosts,
        FileNames = new SortedDictionary<string, string>(part.Program.FileNames.ToDictionary(), StringComparer.Ordinal),
        Pack = part.Pack.Truth,
    };
}
