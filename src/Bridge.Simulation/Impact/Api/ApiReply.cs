namespace Bridge.Simulation.Impact.Api;

/// <summary>An answer before its headers: status and JSON body.</summary>
internal sealed record ApiReply(int Status, ReadOnlyMemory<byte> Json);
