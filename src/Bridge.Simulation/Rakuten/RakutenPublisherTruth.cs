namespace Bridge.Simulation.Rakuten;

/// <summary>What a checker needs of one publisher.</summary>
public sealed record RakutenPublisherTruth
{
    public required string Sid { get; init; }

    public required string EncryptedId { get; init; }

    /// <summary>False when neither the report nor a link names the encrypted id: then no reader can know it.</summary>
    public required bool EncryptedIdInPack { get; init; }

    public required string Name { get; init; }

    /// <summary>Trimmed, in lower case; null when the pack has none.</summary>
    public string? Email { get; init; }

    public required string Domain { get; init; }

    /// <summary>Null for a publisher in no group, or when no file of the pack tells it.</summary>
    public string? Group { get; init; }

    public required RakutenPublisherKind Kind { get; init; }

    public required RakutenPublisherState State { get; init; }

    /// <summary>True when another file contradicts <see cref="State"/>.</summary>
    public required bool AlsoListedAsRemoved { get; init; }

    /// <summary>True for the few with contact details.</summary>
    public required bool HasDetails { get; init; }

    /// <summary>Offers held, in the order of the export.</summary>
    public required IReadOnlyList<int> Goids { get; init; }

    /// <summary>
    /// The offer that pays on the day of the export: private-special before private, public-special, public and baseline.
    /// Null when none is in force.
    /// </summary>
    public int? LeadingGoid { get; init; }

    public required IReadOnlyList<RakutenLinkTruth> Links { get; init; }

    /// <summary>Codes that the publisher owns or claims.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Orders by sub-publisher, in id order; empty for a publisher that is no sub-network.</summary>
    public IReadOnlyDictionary<string, int> SubPublisherOrders { get; init; } = new SortedDictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Sales of all orders with their corrections.</summary>
    public required decimal NetSales { get; init; }

    /// <summary>Commission of all orders with their corrections.</summary>
    public required decimal NetCommission { get; init; }
}
