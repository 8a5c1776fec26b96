namespace Bridge.Simulation.Hosting;

/// <summary>
/// A rail as a plain request-to-response state machine with injected clock and seed. It knows no host: the same rail runs
/// on Kestrel (demo, real processes) and in process (deterministic tests). Calls arrive one at a time.
/// </summary>
public interface ISimulatedRail
{
    /// <summary>Rail id, for example <c>impact</c>.</summary>
    string Rail { get; }

    /// <summary>Answers one request and changes the rail's state.</summary>
    SimulatedResponse Handle(SimulatedRequest request);
}
