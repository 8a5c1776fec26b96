namespace Bridge.Simulation.Rakuten;

/// <summary>Distinct record keys per entity, each list in ordinal order.</summary>
public sealed record RakutenRecordKeys
{
    /// <summary>SIDs.</summary>
    public required IReadOnlyList<string> Publishers { get; init; }

    /// <summary>GOIDs.</summary>
    public required IReadOnlyList<string> Offers { get; init; }

    /// <summary>Names of the commissioning lists.</summary>
    public required IReadOnlyList<string> CommissioningLists { get; init; }

    /// <summary><c>SID:GOID</c>.</summary>
    public required IReadOnlyList<string> Contracts { get; init; }

    /// <summary>Link ids.</summary>
    public required IReadOnlyList<string> Links { get; init; }

    /// <summary><c>CODE:SID</c>, nothing behind the colon for a code without owner.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Order ids.</summary>
    public required IReadOnlyList<string> Orders { get; init; }
}
