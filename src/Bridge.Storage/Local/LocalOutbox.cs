using Bridge.Engine.Execution;

namespace Bridge.Storage.Local;

/// <summary>The outbox of a migration: a folder that people open. Files appear whole and only their owner may read them.</summary>
/// <param name="folder">Folder.</param>
public sealed class LocalOutbox(string folder) : IOutbox
{
    private static readonly string[] Extensions = ["csv", "xlsx", "md"];

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <inheritdoc />
    public Task WriteFileAsync(string id, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteAsync($"{id}.{Checked(extension)}", write, cancellationToken);

    /// <inheritdoc />
    /// <exception cref="StoreFileException">The file cannot be read; says why and what to do.</exception>
    public Task<Stream?> OpenFileAsync(string id, string extension, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf($"{id}.{Checked(extension)}");
        try
        {
            return Task.FromResult<Stream?>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.Asynchronous));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(path, fault.Problem, fault.Remedy, error);
        }
    }

    /// <inheritdoc />
    /// <exception cref="StoreFileException">The file cannot be removed; says why and what to do.</exception>
    public Task RemoveFileAsync(string id, string extension, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Remove(PathOf($"{id}.{Checked(extension)}"));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task WriteSlipAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        WriteAsync(id + ".json", (stream, token) => stream.WriteAsync(json, token).AsTask(), cancellationToken);

    /// <inheritdoc />
    public Task WriteAnswerAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        WriteAsync(id + ".answer", (stream, token) => stream.WriteAsync(json, token).AsTask(), cancellationToken);

    /// <inheritdoc />
    /// <exception cref="StoreFileException">The file cannot be read; says why and what to do.</exception>
    public async Task<byte[]?> FindAnswerAsync(string id, CancellationToken cancellationToken)
    {
        var path = PathOf(id + ".answer");
        try
        {
            return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(path, fault.Problem, fault.Remedy, error);
        }
    }

    /// <inheritdoc />
    /// <exception cref="StoreFileException">A file cannot be removed; says why and what to do.</exception>
    public Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // The slip first: without it the rest means nothing to anybody.
        Remove(PathOf(id + ".json"));
        foreach (var extension in Extensions)
        {
            Remove(PathOf($"{id}.{extension}"));
        }

        Remove(PathOf(id + ".answer"));
        return Task.CompletedTask;
    }

    private static string Checked(string extension) => Extensions.Contains(extension, StringComparer.Ordinal)
        ? extension
        : throw new ArgumentException($"A hand-off has no file with the extension '{extension}'.", nameof(extension));

    private static void Remove(string path)
    {
        try
        {
            if (File.Exists(path))
            {
                File.Delete(path);
            }
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(path, fault.Problem, fault.Remedy, error);
        }
    }

    private string PathOf(string name) => Path.GetFileName(name) == name && !name.StartsWith('.')
        ? Path.Combine(folder, name)
        : throw new ArgumentException($"'{name}' is no name of a hand-off file.", nameof(name));

    private async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        var unfinished = Path.Combine(folder, "." + name + ".part");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            Directory.CreateDirectory(folder);
            try
            {
                await using (var stream = new FileStream(unfinished, options))
                {
                    await write(stream, cancellationToken);
                    stream.Flush(flushToDisk: true);
                }

                File.Move(unfinished, path, overwrite: true);
                NativeFiles.SyncFolder(folder);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception error) when (DiskFault.Of(error) is { } fault)
        {
            throw new StoreFileException(path, fault.Problem, fault.Remedy, error);
        }
    }
}
