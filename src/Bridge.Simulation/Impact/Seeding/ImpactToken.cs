namespace Bridge.Simulation.Impact.Seeding;

/// <summary>An API token of an account.</summary>
public sealed record ImpactToken
{
    /// <summary>The secret.</summary>
    public required string Value { get; init; }

    /// <summary>False answers 403 to every call but GET.</summary>
    public bool MayWrite { get; init; } = true;

    /// <summary>False answers 403 to every call.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>API categories it is scoped to, for example Partners or Contracts; null for an old token without scopes.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Programs it reaches; null for all of the account. No published page restricts a token so: for tests of a token that is not the plan's.</summary>
    public IReadOnlyList<long>? Programs { get; init; }

    /// <summary>API version it is pinned to; null for the account's.</summary>
    public string? Version { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(ImpactToken);
}
