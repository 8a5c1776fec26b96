namespace Bridge.Engine.Artifacts;

/// <summary>A store cannot do its work: no room, no right, no connection.</summary>
public sealed class ArtifactStoreException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="key">Document it is about.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="remedy">What to do.</param>
    /// <param name="inner">Cause.</param>
    public ArtifactStoreException(ArtifactKey key, string problem, string remedy, Exception? inner)
        : base($"Artifact '{key}': {problem} {remedy}", inner)
    {
        Key = key;
        Remedy = remedy;
    }

    /// <summary>Document it is about.</summary>
    public ArtifactKey Key { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }
}
