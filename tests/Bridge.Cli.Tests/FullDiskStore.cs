using Bridge.Engine.Artifacts;

namespace Bridge.Cli.Tests;

/// <summary>A store on a disk without room: every write fails as the local store says it.</summary>
internal sealed class FullDiskStore(IArtifactStore inner) : IArtifactStore
{
    public Task PutAsync(ArtifactKey key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        throw new ArtifactStoreException(key, "the disk has no room left.", "Make room and run the command again.", null);

    public Task<Stream?> OpenReadAsync(ArtifactKey key, CancellationToken cancellationToken) => inner.OpenReadAsync(key, cancellationToken);

    public IAsyncEnumerable<ArtifactKey> ListAsync(string prefix, CancellationToken cancellationToken) => inner.ListAsync(prefix, cancellationToken);

    public Task DeleteAsync(ArtifactKey key, CancellationToken cancellationToken) => inner.DeleteAsync(key, cancellationToken);
}
