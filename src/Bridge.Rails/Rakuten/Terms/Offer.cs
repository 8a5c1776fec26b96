namespace Bridge.Rails.Rakuten.Terms;

/// <summary>An offer as sheet or API state it, before it is turned into terms.</summary>
internal sealed record Offer
{
    /// <summary>Group offer id: the stable key.</summary>
    public required string Goid { get; init; }

    /// <summary>Number that people see; text, and not unique.</summary>
    public required string Number { get; init; }

    public required string Name { get; init; }

    /// <summary>Type in lower case with hyphens.</summary>
    public required string Type { get; init; }

    /// <summary>State in Rakuten's word.</summary>
    public required string Status { get; init; }

    public int? ReturnDays { get; init; }

    public int? UpdateWindow { get; init; }

    public bool? TrueLock { get; init; }

    public bool? AutoRenew { get; init; }

    public DateTimeOffset? Start { get; init; }

    public DateTimeOffset? End { get; init; }

    /// <summary>ISO 4217 as written; null when the source has none.</summary>
    public string? Currency { get; init; }

    /// <summary>Rules in the order of the source.</summary>
    public required IReadOnlyList<OfferRule> Rules { get; init; }

    /// <summary>Where it was read: file and line, or the endpoint.</summary>
    public required string Place { get; init; }

    /// <summary>What of it could not be read; contracts of such an offer do not move.</summary>
    public IReadOnlyList<string> Gaps { get; init; } = [];

    /// <summary>True for an offer that holds for a limited time.</summary>
    public bool IsSpecial => Type is "public-special" or "private-special";
}
