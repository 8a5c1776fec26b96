namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>What is really in a generated brand. Holds personal values in the clear.</summary>
public sealed record RakutenBrandTruth
{
    public required int Seed { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>In the order of the options.</summary>
    public required IReadOnlyList<RakutenBrandProgramTruth> Programs { get; init; }

    /// <summary>Every partner once, by site.</summary>
    public required IReadOnlyList<RakutenBrandPartnerTruth> Partners { get; init; }

    internal static RakutenBrandTruth Of(RakutenBrandOptions options, IReadOnlyList<RakutenBrandPart> parts) => new()
    {
        Seed = options.Seed,
        AsOf = options.AsOf,
        Programs = [.. parts.Select(part => RakutenBrandProgramTruth.Of(part))],
        Partners =
        [
            .. parts.SelectMany(part => part.Pack.Truth.Publishers.Select(publisher => (part.Program, Publisher: publisher)))
                .GroupBy(one => one.Publisher.Domain, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new RakutenBrandPartnerTruth
                {
                    Domain = group.Key,
                    Name = group.First().Publisher.Name,
                    Kind = group.First().Publisher.Kind,
                    Participations =
                    [
                        .. group.Select(one => new RakutenParticipationTruth(
                            one.Program.Name,
                            one.Publisher.Sid,
                            one.Publisher.State,
                            one.Publisher.NetSales,
                            one.Publisher.NetCommission,
                            one.Program.Currency)),
                    ],
                }),
        ],
    };
}
