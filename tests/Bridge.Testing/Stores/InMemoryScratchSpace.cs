using Bridge.Engine.Artifacts;

namespace Bridge.Testing.Stores;

/// <summary>Scratch streams in memory.</summary>
public sealed class InMemoryScratchSpace : IScratchSpace
{
    /// <inheritdoc />
    public Stream Create() => new MemoryStream();
}
