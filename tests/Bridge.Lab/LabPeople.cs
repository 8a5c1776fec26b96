using Bridge.Simulation.Impact.People;

namespace Bridge.Lab;

/// <summary>Simulated people at work until they are sent home.</summary>
public sealed class LabPeople : IAsyncDisposable
{
    private readonly CancellationTokenSource home = new();

    internal LabPeople(PortalUser person) => Shift = person.RunAsync(home.Token);

    /// <summary>The work; ends early only when it fails.</summary>
    public Task Shift { get; }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await home.CancelAsync();
        await Shift;
        home.Dispose();
    }
}
