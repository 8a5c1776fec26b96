using Bridge.Engine.Artifacts;
using Bridge.Model.Programs;

namespace Bridge.Engine.Snapshots;

/// <summary>Where a snapshot comes from.</summary>
public sealed record SnapshotOrigin
{
    /// <summary>Id of the snapshot.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>Which side.</summary>
    public required SnapshotSide Side { get; init; }

    /// <summary>Connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Rail id.</summary>
    public required string Rail { get; init; }

    /// <summary>Version of the connector.</summary>
    public required string ConnectorVersion { get; init; }

    /// <summary>The program.</summary>
    public required Program Program { get; init; }

    /// <summary>When reading began.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
