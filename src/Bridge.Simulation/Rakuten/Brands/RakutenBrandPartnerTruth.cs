namespace Bridge.Simulation.Rakuten.Brands;

/// <summary>One partner of a generated brand.</summary>
public sealed record RakutenBrandPartnerTruth
{
    /// <summary>Site; the one mark that is the same in all programs.</summary>
    public required string Domain { get; init; }

    public required string Name { get; init; }

    public required RakutenPublisherKind Kind { get; init; }

    /// <summary>In the order of the programs.</summary>
    public required IReadOnlyList<RakutenParticipationTruth> Participations { get; init; }

    /// <summary>True when two programs know it by different ids, so that only evidence tells that it is one.</summary>
    public bool HasSeveralIds => Participations.Select(one => one.Sid).Distinct(StringComparer.Ordinal).Count() > 1;
}
