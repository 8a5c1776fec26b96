namespace Bridge.Simulation.Rakuten;

/// <summary>A tracking link of one publisher.</summary>
public sealed record RakutenLink
{
    /// <summary>Unique over the pack.</summary>
    public required string LinkId { get; init; }

    public required string Name { get; init; }

    public required RakutenLinkForm Form { get; init; }

    public required string Sid { get; init; }

    public required string EncryptedId { get; init; }

    /// <summary>Offer rule of a creative link; null for deep links.</summary>
    public int? Oid { get; init; }

    public required string ClickUrl { get; init; }

    /// <summary>Impression pixel of a creative link; null for deep links.</summary>
    public string? ImpressionUrl { get; init; }

    /// <summary>Where a visitor lands, decoded.</summary>
    public required string Destination { get; init; }

    /// <summary>True when the destination is on a host of the brand.</summary>
    public required bool OnBrandHost { get; init; }

    /// <summary>The publisher's own sub id, decoded; null when the link has none.</summary>
    public string? U1 { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>Null for an open end.</summary>
    public DateOnly? End { get; init; }

    /// <summary>False for an expired link.</summary>
    public required bool Active { get; init; }
}
