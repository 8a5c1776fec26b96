using Bridge.Engine.Execution;

namespace Bridge.Engine.Migrations;

/// <summary>A migration as a person wrote it in <c>bridge.yaml</c>, checked on its own; rails check their connections.</summary>
public sealed record MigrationDefinition
{
    /// <summary>Folder of the file; relative paths start here.</summary>
    public required string Folder { get; init; }

    /// <summary>Client, a key segment.</summary>
    public required string Client { get; init; }

    /// <summary>Migration, a key segment.</summary>
    public required string Migration { get; init; }

    /// <summary>Connections by name.</summary>
    public required IReadOnlyDictionary<string, ConnectionDefinition> Connections { get; init; }

    /// <summary>Name of the source connection.</summary>
    public required string Source { get; init; }

    /// <summary>Name of the target connection.</summary>
    public required string Target { get; init; }

    /// <summary>Absolute path of the mapping profile.</summary>
    public required string Profile { get; init; }

    /// <summary>Absolute path of the overrides file; null when there is none.</summary>
    public string? Overrides { get; init; }

    /// <summary>Absolute path of the list of those who want no mail; null when there is none.</summary>
    public string? OptOut { get; init; }

    /// <summary>Share of each rate limit that Bridge may use.</summary>
    public decimal RateShare { get; init; } = 0.6m;

    /// <summary>How runs behave.</summary>
    public ExecutionOptions Execution { get; init; } = new();

    /// <summary>When the worker acts by itself; null for never.</summary>
    public ScheduleDefinition? Schedule { get; init; }

    /// <summary>Where the key comes from that encrypts personal values and raw pages (<c>env:NAME</c>, <c>file:path</c>); null for a file that is generated.</summary>
    public string? ProgramKey { get; init; }

    /// <summary>Where artifacts rest.</summary>
    public ArtifactDefinition Artifacts { get; init; } = ArtifactDefinition.Local;

    /// <summary>Clock of a simulated rail as it printed it (<c>start@real*factor</c>); null for real time.</summary>
    public string? SimulatedClock { get; init; }
}
