namespace Bridge.Simulation.Impact.Objects;

/// <summary>An event type of a program; the API calls it action tracker as well.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="Name">Display name.</param>
/// <param name="Category">SALE, LEAD, CLICK, ...</param>
/// <param name="Code">The brand's own code.</param>
public sealed record EventType(long Id, string Name, string Category, string Code);
