using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Snapshots;

/// <summary>One thing that is wrong with a stored snapshot.</summary>
/// <param name="Key">Artifact.</param>
/// <param name="Place">Where in it.</param>
/// <param name="Message">What is wrong.</param>
public sealed record SnapshotProblem(ArtifactKey Key, string Place, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Key}, {Place}: {Message}";
}
