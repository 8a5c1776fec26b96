using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Demo;

/// <summary>The part a publisher of the pack plays on impact.com.</summary>
internal sealed record DemoRole(RakutenPublisher Publisher, DemoTrace Trace, DemoStanding Standing, RakutenOffer? Leading);
