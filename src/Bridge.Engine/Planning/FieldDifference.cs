namespace Bridge.Engine.Planning;

/// <summary>One field that is not as it should be.</summary>
/// <param name="Path">Field path.</param>
/// <param name="Before">Value now; null when absent.</param>
/// <param name="After">Value wanted; null when absent.</param>
public sealed record FieldDifference(string Path, string? Before, string? After);
