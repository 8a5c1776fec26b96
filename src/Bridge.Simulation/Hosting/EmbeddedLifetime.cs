using Microsoft.Extensions.Hosting;

namespace Bridge.Simulation.Hosting;

/// <summary>Leaves signals to the process that embeds the host: without it, Ctrl+C would stop the rail and nothing else.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
