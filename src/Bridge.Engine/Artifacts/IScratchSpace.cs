namespace Bridge.Engine.Artifacts;

/// <summary>Room for work that does not fit into memory. No result depends on it.</summary>
public interface IScratchSpace
{
    /// <summary>An empty seekable stream that is gone when it is disposed.</summary>
    Stream Create();
}
