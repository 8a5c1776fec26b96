namespace Bridge.Simulation.Rakuten;

/// <summary>A publisher of a sub-network, as the report names it. It has no partnership with the advertiser.</summary>
/// <param name="Id">Id within the sub-network.</param>
/// <param name="Name">Name of its site.</param>
/// <param name="Url">Address.</param>
public sealed record RakutenSubPublisher(string Id, string Name, string Url);
