namespace Bridge.Simulation.Impact.Seeding;

/// <summary>An agency account that reaches its brands by pass-through.</summary>
public sealed record AgencySeed
{
    /// <summary>Account SID.</summary>
    public required string Sid { get; init; }

    /// <summary>Tokens.</summary>
    public required IReadOnlyList<ImpactToken> Tokens { get; init; }

    /// <summary>SIDs of the brands it manages.</summary>
    public required IReadOnlyList<string> BrandSids { get; init; }
}
