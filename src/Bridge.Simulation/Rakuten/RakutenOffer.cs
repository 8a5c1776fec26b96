namespace Bridge.Simulation.Rakuten;

/// <summary>An offer: what Rakuten calls the terms that publishers can hold.</summary>
public sealed record RakutenOffer
{
    /// <summary>Group offer id: the stable key.</summary>
    public required int Goid { get; init; }

    /// <summary>Number shown to people. Text: <c>24.10</c> is not <c>24.1</c>. Not unique.</summary>
    public required string OfferNumber { get; init; }

    public required string Name { get; init; }

    public required RakutenOfferType Type { get; init; }

    public required RakutenOfferStatus Status { get; init; }

    /// <summary>Click window in days.</summary>
    public required int ReturnDays { get; init; }

    /// <summary>Days during which a transaction may still change.</summary>
    public required int UpdateWindow { get; init; }

    public required bool TrueLock { get; init; }

    public required DateOnly Start { get; init; }

    /// <summary>Last day; null for an open end.</summary>
    public DateOnly? End { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public required IReadOnlyList<RakutenOfferRule> Rules { get; init; }
}
