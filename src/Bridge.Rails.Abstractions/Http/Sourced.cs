namespace Bridge.Rails.Abstractions.Http;

/// <summary>A setting with the place its value comes from, so that nobody has to guess whether a number is the rail's or ours.</summary>
/// <param name="Value">The setting.</param>
/// <param name="Source">The rail's document, or the reason when the rail publishes nothing.</param>
public readonly record struct Sourced<T>(T Value, string Source);
