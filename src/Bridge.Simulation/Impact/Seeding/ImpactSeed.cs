using Bridge.Simulation.Impact.Objects;

namespace Bridge.Simulation.Impact.Seeding;

/// <summary>
/// The state a simulation starts from. <see cref="LivedInSeed"/> makes one from a number; a test or a demonstration changes
/// it with <c>with</c>.
/// </summary>
public sealed record ImpactSeed
{
    /// <summary>Seed of everything the rail does at random.</summary>
    public required int Seed { get; init; }

    /// <summary>Brand accounts; the first one is the one most callers mean.</summary>
    public required IReadOnlyList<BrandSeed> Brands { get; init; }

    /// <summary>An agency, or null.</summary>
    public AgencySeed? Agency { get; init; }

    /// <summary>Every partner account, those outside all programs included.</summary>
    public IReadOnlyList<PartnerAccount> Partners { get; init; } = [];

    /// <summary>The first brand.</summary>
    public BrandSeed Brand => Brands[0];

    /// <summary>The same state with another first brand.</summary>
    public ImpactSeed WithBrand(Func<BrandSeed, BrandSeed> change) => this with { Brands = [change(Brands[0]), .. Brands.Skip(1)] };
}
