using Bridge.Engine.Artifacts;
using Microsoft.Extensions.Logging;

namespace Bridge.Hosting;

/// <summary>What the surroundings of a migration are; tests and the demo bring their own.</summary>
public sealed record HostSettings
{
    /// <summary>Environment variables.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Clock; null for the one of <c>bridge.yaml</c>, else the real one.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Loggers; null for none.</summary>
    public ILoggerFactory? Loggers { get; init; }

    /// <summary>Stands in for the network, by connection; null for real sockets.</summary>
    public Func<string, HttpMessageHandler>? PrimaryHandler { get; init; }

    /// <summary>Stands before the artifact store, for example as a disk without room; null for the store itself.</summary>
    public Func<IArtifactStore, IArtifactStore>? ArtifactStore { get; init; }

    /// <summary>Who works.</summary>
    public string Operator { get; init; } = $"{System.Environment.UserName}@{System.Environment.MachineName} ({System.Environment.ProcessId})";
}
