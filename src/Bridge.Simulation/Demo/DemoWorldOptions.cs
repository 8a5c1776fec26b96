using Bridge.Simulation.Impact.Terms;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Demo;

/// <summary>How much of a pack is on impact.com already.</summary>
public sealed record DemoWorldOptions
{
    /// <summary>Seed of every choice.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>Share of the approved publishers that have an account.</summary>
    public decimal KnownShare { get; init; } = 0.3m;

    /// <summary>Terms that count as those of an offer, or null where there are none; by default <see cref="DemoTerms.Of"/>.</summary>
    public Func<RakutenOffer, TemplateTerms?>? EqualTerms { get; init; }
}
