namespace Bridge.Bench.Scale;

/// <summary>What the simulated rail saw, said when it closes.</summary>
/// <param name="Calls">Requests.</param>
/// <param name="Changes">Changes, by the rail's own log: a dry run makes none.</param>
internal sealed record WorldClosed(int Calls, int Changes);
