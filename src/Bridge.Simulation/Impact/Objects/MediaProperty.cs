namespace Bridge.Simulation.Impact.Objects;

/// <summary>A site, app or social account of a partner.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Type">WEBSITE, MOBILE or SOCIAL.</param>
/// <param name="Platform">WEB, INSTAGRAM, ...</param>
/// <param name="Url">Address.</param>
public sealed record MediaProperty(long Id, string Name, string Type, string Platform, string Url);
