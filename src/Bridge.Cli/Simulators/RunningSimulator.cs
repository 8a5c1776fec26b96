using System.Text.Json.Nodes;
using Bridge.Cli.Output;
using Bridge.Hosting;
using Bridge.Simulation.Hosting;

namespace Bridge.Cli.Simulators;

/// <summary>A simulated rail that listens, and what a person needs to connect to it.</summary>
/// <param name="host">Where it listens.</param>
/// <param name="rail">The rail.</param>
/// <param name="clock">Its clock.</param>
internal sealed class RunningSimulator(KestrelRailHost host, ISimulatedRail rail, SimulatedClock clock) : IAsyncDisposable
{
    /// <summary>Lines for the connection in <c>bridge.yaml</c>.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    /// <summary>Variables to export: the simulated rail's own credentials, worth nothing elsewhere.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; }

    /// <summary>Ids of the programs by name, where each has a <c>bridge.yaml</c> of its own; empty for one program.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Programs { get; init; } = [];

    /// <summary>Name of the program that a migration changes; null for a rail that is only read.</summary>
    public string? ProgramName { get; init; }

    /// <summary>Says how to connect.</summary>
    public void Write(CliOutput output)
    {
        output.Heading($"Simulated {rail.Rail} at {host.BaseUrl}, its clock runs {clock.Factor} times faster than real. Ctrl-C stops it.");
        output.Line("Set these variables:");
        foreach (var (name, value) in Variables)
        {
            output.Line($"  export {name}={value}");
        }

        output.Line("Write these lines into bridge.yaml:");
        output.Line($"  # below the connection of rail {rail.Rail}");
        foreach (var (name, value) in Settings)
        {
            output.Line($"  {name}: {value}");
        }

        foreach (var (name, id) in Programs)
        {
            output.Line($"  programId: \"{id}\" # in the folder of program {name}");
        }

        output.Line("  # at the left margin");
        output.Line("  simulation:");
        output.Line($"    clock: {clock}");
        if (ProgramName is not null)
        {
            output.Line($"Before the first change 'bridge apply' asks for the name of the program: {ProgramName}");
        }
    }

    /// <summary>The same for programs.</summary>
    public JsonObject Json() => new()
    {
        ["rail"] = rail.Rail,
        ["baseUrl"] = host.BaseUrl.ToString(),
        ["clock"] = clock.ToString(),
        ["programName"] = ProgramName,
        ["settings"] = Of(Settings),
        ["programs"] = Of(Programs),
        ["variables"] = Of(Variables),
    };

    /// <summary>Serves until it is asked to stop.</summary>
    public static async Task UntilAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(stopped.SetResult);
        await stopped.Task;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        (rail as IDisposable)?.Dispose();
    }

    private static JsonObject Of(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var json = new JsonObject();
        foreach (var (name, value) in pairs)
        {
            json[name] = value;
        }

        return json;
    }
}
