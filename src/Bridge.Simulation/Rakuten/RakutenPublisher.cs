namespace Bridge.Simulation.Rakuten;

/// <summary>A publisher of the advertiser's program.</summary>
public sealed record RakutenPublisher
{
    /// <summary>Numeric site id: the key of a publisher in every export.</summary>
    public required string Sid { get; init; }

    /// <summary>Eleven case-sensitive characters, the <c>id</c> of tracking links. Not the SID.</summary>
    public required string EncryptedId { get; init; }

    /// <summary>Name of the site or trade, never of a person.</summary>
    public required string Name { get; init; }

    /// <summary>Address as exported; may lack its scheme.</summary>
    public required string Url { get; init; }

    /// <summary>Host of <see cref="Url"/> in lower case, without <c>www.</c>; unique.</summary>
    public required string Domain { get; init; }

    /// <summary>E-mail, trimmed and in lower case; null when the publisher does not show it.</summary>
    public string? Email { get; init; }

    /// <summary>E-mail as exported: perhaps with capitals and blanks around it.</summary>
    public string? EmailAsWritten { get; init; }

    /// <summary>Null for a publisher in no group.</summary>
    public RakutenPublisherGroup? Group { get; init; }

    public required RakutenPublisherKind Kind { get; init; }

    public required RakutenPublisherState State { get; init; }

    /// <summary>Partner-state word of rakuten.md 5.1, for example <c>active</c> or <c>self-removed</c>.</summary>
    public required string StatusWord { get; init; }

    /// <summary>True when the export of removed publishers lists this approved one too: a contradiction to report.</summary>
    public bool AlsoListedAsRemoved { get; init; }

    public required DateOnly JoinDate { get; init; }

    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Null for the nine of ten publishers of whom the brand knows no more.</summary>
    public RakutenContactDetails? Details { get; init; }
}
