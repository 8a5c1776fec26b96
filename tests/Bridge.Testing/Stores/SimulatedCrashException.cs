namespace Bridge.Testing.Stores;

/// <summary>The process that used an in-memory store has died; open the store again to go on as the next process.</summary>
public sealed class SimulatedCrashException() : Exception("The simulated process has died.");
