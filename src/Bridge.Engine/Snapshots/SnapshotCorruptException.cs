using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Snapshots;

/// <summary>A stored snapshot is not what was sealed: changed, cut off, incomplete, or written by a later version. It must not be used; extract again.</summary>
/// <param name="key">Artifact.</param>
/// <param name="place">Where in it.</param>
/// <param name="problem">What is wrong with it, with a closing full stop.</param>
/// <param name="inner">Cause.</param>
public sealed class SnapshotCorruptException(ArtifactKey key, string place, string problem, Exception? inner = null)
    : Exception($"Snapshot artifact '{key}', {place}: {problem}", inner)
{
    /// <summary>Artifact.</summary>
    public ArtifactKey Key { get; } = key;

    /// <summary>Where in it.</summary>
    public string Place { get; } = place;

    /// <summary>What is wrong with it.</summary>
    public string Problem { get; } = problem;
}
