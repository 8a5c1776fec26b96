namespace Bridge.Simulation.Rakuten;

/// <summary>A publisher group of the advertiser.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="Name">Name, unique.</param>
public sealed record RakutenPublisherGroup(string Id, string Name);
