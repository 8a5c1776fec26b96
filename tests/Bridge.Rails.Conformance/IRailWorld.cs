using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Conformance;

/// <summary>A rail to test against: its simulated twin or its files, and a connection to it.</summary>
public interface IRailWorld : IAsyncDisposable
{
    /// <summary>Opens a connection whose writes pass this gate.</summary>
    IRail Open(IWriteGate gate);

    /// <summary>Calls that changed the rail so far, counted by the rail and not by the connector.</summary>
    int MutatingCalls { get; }

    /// <summary>Runs a test, in virtual time where the world has its own clock.</summary>
    Task RunAsync(Func<Task> body);
}
