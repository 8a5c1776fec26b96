using System.Runtime.CompilerServices;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bridge.Storage.Local;

/// <summary>
/// Artifacts in a folder, one file each under the name of its key. A document is written to a temporary file, synced, given
/// its name in one step that fails when the name is taken, and its folder is synced: it is there whole or not at all.
/// Symbolic links are not followed. Several processes may use one folder.
/// </summary>
public sealed class LocalArtifactStore : IArtifactStore, IDisposable
{
    private readonly Lock gate = new();
    private readonly string root;
    private readonly Func<Stream, Stream> disk;
    private TempFolder? temp;

    private LocalArtifactStore(string root, Func<Stream, Stream> disk)
    {
        this.root = root;
        this.disk = disk;
    }

    /// <summary>Opens a folder, which is made when it is missing, and removes unfinished files of dead processes.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="logger">Hears of removed leftovers.</param>
    /// <exception cref="StoreFileException">The folder cannot be used; says why and what to do.</exception>
    public static LocalArtifactStore Open(string folder, ILogger? logger = null) => Open(folder, logger, file => file);

    /// <summary>As above, with a disk that a test can make fail.</summary>
    internal static LocalArtifactStore Open(string folder, ILogger? logger, Func<Stream, Stream> disk)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        try
        {
            Directory.CreateDirectory(root);
            TempFolder.RemoveLeftovers(root, logger ?? NullLogger.Instance);
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(root, fault.Problem, fault.Remedy, error);
        }

        return new(root, disk);
    }

    /// <inheritdoc />
    public async Task PutAsync(ArtifactKey key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var final = LocalPaths.Resolve(root, key);
        if (Path.Exists(final))
        {
            throw new ArtifactExistsException(key);
        }

        var unfinished = Guard(key, () => Temp().NextFile());
        try
        {
            await WriteAsync(key, unfinished, write, cancellationToken);
            Guard(key, () =>
            {
                var folder = Path.GetDirectoryName(final)!;
                NativeFiles.CreateFolder(folder, root);
                LocalPaths.RefuseLinks(root, key);
                if (!NativeFiles.TryPublish(unfinished, final))
                {
                    throw new ArtifactExistsException(key);
                }

                NativeFiles.SyncFolder(folder);
                return final;
            });
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <inheritdoc />
    public Task<Stream?> OpenReadAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = LocalPaths.Resolve(root, key);
        return Task.FromResult(Guard(key, () =>
        {
            if (!File.Exists(path))
            {
                return null;
            }

            try
            {
                return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 16 * 1024, FileOptions.Asynchronous);
            }
            catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                return (Stream?)null;
            }
        }));
    }

    /// <inheritdoc />
    /// <remarks>Holds the names of one folder at a time.</remarks>
    public async IAsyncEnumerable<ArtifactKey> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var paths = LocalPaths.List(root, prefix).GetEnumerator();
        while (Guard(ListedKey.Of(prefix, "artifacts"), paths.MoveNext))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ArtifactKey.Parse(paths.Current);
        }

        await Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task DeleteAsync(ArtifactKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = LocalPaths.Resolve(root, key);
        Guard(key, () =>
        {
            if (File.Exists(path))
            {
                File.Delete(path);
                NativeFiles.SyncFolder(Path.GetDirectoryName(path)!);
            }

            return path;
        });
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            temp?.Dispose();
            temp = null;
        }
    }

    internal static ArtifactStoreException Failure(ArtifactKey key, Exception error)
    {
        var fault = DiskFault.Of(error) ?? throw new ArgumentException("Not an error of the file system.", nameof(error), error);
        return new(key, fault.Problem, fault.Remedy, error);
    }

    private async Task WriteAsync(ArtifactKey key, string unfinished, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var file = Guard(key, () => new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous));
        await using (file)
        {
            await using var stream = new DocumentWriter(key, disk(file));
            await write(stream, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            await stream.CompleteAsync(cancellationToken);
            Guard(key, () =>
            {
                file.Flush(flushToDisk: true);
                return file;
            });
        }
    }

    private TempFolder Temp()
    {
        lock (gate)
        {
            return temp ??= TempFolder.Create(root);
        }
    }

    private static T Guard<T>(ArtifactKey key, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception error) when (DiskFault.Of(error) is not null)
        {
            throw Failure(key, error);
        }
    }
}
