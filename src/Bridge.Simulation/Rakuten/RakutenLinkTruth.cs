namespace Bridge.Simulation.Rakuten;

/// <summary>What a checker needs of one link.</summary>
public sealed record RakutenLinkTruth
{
    public required string LinkId { get; init; }

    public required RakutenLinkForm Form { get; init; }

    /// <summary>Decoded destination.</summary>
    public required string Destination { get; init; }

    /// <summary>Decoded sub id; null for none.</summary>
    public string? U1 { get; init; }

    public required bool OnBrandHost { get; init; }

    public required bool Active { get; init; }
}
