namespace Bridge.Simulation.Rakuten;

/// <summary>One call as the rail saw it; the query, which may hold a token, is left out.</summary>
/// <param name="At">Time of the call on the rail's clock.</param>
/// <param name="Method">Verb.</param>
/// <param name="Path">Path.</param>
/// <param name="Status">Status of the answer.</param>
public sealed record SimulatedRakutenCall(DateTimeOffset At, string Method, string Path, int Status);
