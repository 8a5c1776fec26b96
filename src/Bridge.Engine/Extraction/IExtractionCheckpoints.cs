using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Extraction;

/// <summary>Where extraction notes how far it is; one open extraction per side.</summary>
public interface IExtractionCheckpoints
{
    /// <summary>The checkpoint of a side, or null when no extraction was interrupted.</summary>
    Task<ExtractionCheckpoint?> FindAsync(SnapshotSide side, CancellationToken cancellationToken);

    /// <summary>Replaces the checkpoint of its side. When it returns, it is durable.</summary>
    Task SaveAsync(ExtractionCheckpoint checkpoint, CancellationToken cancellationToken);

    /// <summary>Removes a checkpoint whose snapshot is sealed or given up.</summary>
    Task RemoveAsync(ExtractionCheckpoint checkpoint, CancellationToken cancellationToken);
}
