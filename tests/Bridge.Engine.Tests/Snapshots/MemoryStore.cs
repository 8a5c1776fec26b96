using System.Runtime.CompilerServices;
using Bridge.Engine.Artifacts;

namespace Bridge.Engine.Tests.Snapshots;

/// <summary>A store in memory whose bytes a test can change, and through whose hook it can play a faulty writer.</summary>
internal sealed class MemoryStore : IArtifactStore, IScratchSpace
{
    private readonly SortedDictionary<string, byte[]> artifacts = new(StringComparer.Ordinal);

    /// <summary>Rewrites what is about to be kept.</summary>
    public Func<ArtifactKey, byte[], byte[]>? Rewrite { get; set; }

    /// <summary>Called before a document becomes visible; may throw to play a crash.</summary>
    public Action<ArtifactKey>? BeforePut { get; set; }

    /// <summary>Called after a document became visible; may throw to play a crash.</summary>
    public Action<ArtifactKey>? AfterPut { get; set; }

    public IEnumerable<string> Paths => artifacts.Keys;

    public byte[] this[string path]
    {
        get => artifacts[path];
        set => artifacts[path] = value;
    }

    public async Task PutAsync(ArtifactKey key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        if (artifacts.ContainsKey(key.Path))
        {
            throw new ArtifactExistsException(key);
        }

        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        BeforePut?.Invoke(key);
        var bytes = stream.ToArray();
        artifacts[key.Path] = Rewrite?.Invoke(key, bytes) ?? bytes;
        AfterPut?.Invoke(key);
    }

    public Task<Stream?> OpenReadAsync(ArtifactKey key, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(artifacts.TryGetValue(key.Path, out var bytes) ? new MemoryStream(bytes, false) : null);

    public async IAsyncEnumerable<ArtifactKey> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var path in artifacts.Keys.Where(path => path.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            yield return ArtifactKey.Parse(path);
        }
    }

    public Task DeleteAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        artifacts.Remove(key.Path);
        return Task.CompletedTask;
    }

    public void Remove(string path) => artifacts.Remove(path);

    public Stream Create() => new MemoryStream();
}
