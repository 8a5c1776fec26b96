namespace Bridge.Engine.Artifacts;

/// <summary>A write-once document was written a second time.</summary>
/// <param name="key">Its key.</param>
public sealed class ArtifactExistsException(ArtifactKey key) : Exception($"Artifact '{key}' exists and artifacts are never changed.")
{
    /// <summary>Its key.</summary>
    public ArtifactKey Key { get; } = key;
}
