namespace Bridge.Engine.Planning;

/// <summary>A count under a name.</summary>
/// <param name="Name">Name.</param>
/// <param name="Count">Count.</param>
public sealed record NamedCount(string Name, long Count);
