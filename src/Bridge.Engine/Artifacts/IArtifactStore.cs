namespace Bridge.Engine.Artifacts;

/// <summary>Write-once documents: snapshots, plans, reports. Nothing is ever changed or half there.</summary>
public interface IArtifactStore
{
    /// <summary>Writes a document. It becomes visible when the callback returns and all bytes are safe, or not at all.</summary>
    /// <exception cref="ArtifactExistsException">There is one of that key.</exception>
    /// <exception cref="ArtifactStoreException">The store has no room, no right or no connection; says which and what to do.</exception>
    Task PutAsync(ArtifactKey key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken);

    /// <summary>Opens a document as a seekable stream, or null when there is none.</summary>
    Task<Stream?> OpenReadAsync(ArtifactKey key, CancellationToken cancellationToken);

    /// <summary>Keys that start with a prefix, in ordinal order.</summary>
    IAsyncEnumerable<ArtifactKey> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Removes a document; for retention alone. No error when there is none.</summary>
    Task DeleteAsync(ArtifactKey key, CancellationToken cancellationToken);
}
