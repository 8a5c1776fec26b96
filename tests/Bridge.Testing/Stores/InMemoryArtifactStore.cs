using System.Runtime.CompilerServices;
using Bridge.Engine.Artifacts;

namespace Bridge.Testing.Stores;

/// <summary>Artifacts in memory, with storage faults. Safe for use from several threads.</summary>
public sealed class InMemoryArtifactStore : IArtifactStore
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, byte[]> documents = new(StringComparer.Ordinal);

    /// <summary>Faults of coming writes.</summary>
    public StorageFaults Faults { get; } = new();

    /// <summary>Number of documents.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return documents.Count;
            }
        }
    }

    /// <summary>The bytes of a document, or null.</summary>
    public byte[]? Find(ArtifactKey key)
    {
        lock (gate)
        {
            return documents.GetValueOrDefault(key.Path);
        }
    }

    /// <summary>Changes a document behind the store's back, for tests of damage. Null removes it.</summary>
    public void Tamper(ArtifactKey key, byte[]? bytes)
    {
        lock (gate)
        {
            if (bytes is null)
            {
                documents.Remove(key.Path);
            }
            else
            {
                documents[key.Path] = bytes;
            }
        }
    }

    /// <inheritdoc />
    public async Task PutAsync(ArtifactKey key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        RefuseExisting(key);
        using var buffer = new MemoryStream();
        await write(buffer, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            RefuseExisting(key);
            var fault = Faults.Take();
            if (fault == StorageFault.NoSpace)
            {
                throw new ArtifactStoreException(key, "there is no space left.", "Free some space and run again.", null);
            }

            if (fault != StorageFault.LoseUnsynced)
            {
                documents.Add(key.Path, buffer.ToArray());
            }

            if (fault is not null)
            {
                throw new SimulatedCrashException();
            }
        }
    }

    /// <inheritdoc />
    public Task<Stream?> OpenReadAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<Stream?>(Find(key) is { } bytes ? new MemoryStream(bytes, writable: false) : null);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ArtifactKey> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        List<string> paths;
        lock (gate)
        {
            paths = [.. documents.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal))];
        }

        foreach (var path in paths)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ArtifactKey.Parse(path);
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DeleteAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            documents.Remove(key.Path);
        }

        return Task.CompletedTask;
    }

    private void RefuseExisting(ArtifactKey key)
    {
        lock (gate)
        {
            if (documents.ContainsKey(key.Path))
            {
                throw new ArtifactExistsException(key);
            }
        }
    }
}
