namespace Bridge.Simulation.Impact.Truth;

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Kind">Kind of object, or of call.</param>
/// <param name="Key">Natural key, or the number of the log line.</param>
/// <param name="Detail">What is wrong.</param>
public sealed record TruthFinding(string Kind, string Key, string Detail);
