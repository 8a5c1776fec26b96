namespace Bridge.Simulation.Rakuten;

/// <summary>A row of the saved custom report: traffic of a month (no order id) or one order or correction.</summary>
public sealed record RakutenReportRow
{
    public required RakutenPublisher Publisher { get; init; }

    public required RakutenOffer Offer { get; init; }

    /// <summary>Null when the traffic or the order is tied to no stored link.</summary>
    public RakutenLink? Link { get; init; }

    public required DateOnly TransactionDate { get; init; }

    /// <summary>Publisher of a sub-network that the order came through; null otherwise, and where the network does not tell.</summary>
    public RakutenSubPublisher? SubPublisher { get; init; }

    /// <summary>Null in traffic rows. A correction repeats the id of its order.</summary>
    public string? OrderId { get; init; }

    public int Impressions { get; init; }

    public int Clicks { get; init; }

    /// <summary>1 for an order, 0 for a partial correction, -1 for a full one.</summary>
    public int Orders { get; init; }

    /// <summary>Negative in corrections.</summary>
    public decimal Sales { get; init; }

    /// <summary>Negative in corrections.</summary>
    public decimal Commission { get; init; }
}
