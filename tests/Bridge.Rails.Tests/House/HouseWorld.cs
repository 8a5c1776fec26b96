using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Conformance;
using Bridge.Simulation.House;

namespace Bridge.Rails.Tests.House;

/// <summary>A dirty brand of several pages. Nothing can be changed, so nothing counts as a mutating call.</summary>
internal sealed class HouseWorld : IRailWorld
{
    private readonly HouseFolder folder = new HouseFolder().Write(House);

    public static SimulatedHouse House { get; } = SimulatedHouse.Create(seed: 7, partners: 1100, dirty: true);

    public bool Broken { get; init; }

    public int MutatingCalls => 0;

    public IRail Open(IWriteGate gate) => folder.Open(("exportFolder", Broken ? "nowhere" : folder.Path));

    public Task RunAsync(Func<Task> body) => body();

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
