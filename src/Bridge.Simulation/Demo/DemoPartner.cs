namespace Bridge.Simulation.Demo;

/// <summary>A publisher of the pack that has an account on impact.com already.</summary>
/// <param name="Sid">Site id on Rakuten.</param>
/// <param name="PartnerId">Account on impact.com.</param>
/// <param name="Trace">What gives it away.</param>
/// <param name="Standing">How it stands.</param>
public sealed record DemoPartner(string Sid, long PartnerId, DemoTrace Trace, DemoStanding Standing);
