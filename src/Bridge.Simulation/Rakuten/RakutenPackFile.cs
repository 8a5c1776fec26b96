namespace Bridge.Simulation.Rakuten;

/// <summary>One file of a pack.</summary>
/// <param name="Name">Path inside the folder, with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record RakutenPackFile(string Name, ReadOnlyMemory<byte> Content);
