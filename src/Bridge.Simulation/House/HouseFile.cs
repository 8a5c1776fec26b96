namespace Bridge.Simulation.House;

/// <summary>One file of a made-up brand in house form.</summary>
/// <param name="Name">Name.</param>
/// <param name="Content">Bytes.</param>
public sealed record HouseFile(string Name, ReadOnlyMemory<byte> Content);
