using Bridge.Engine.Execution;

namespace Bridge.Storage.Local;

/// <summary>The outbox of a migration: a folder that people open. Files appear whole and only their owner may read them.</summary>
/// <param name="folder">Folder.</param>
public sealed class LocalOutbox(string folder) : IOutbox
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <inheritdoc />
    public Task WriteTableAsync(string id, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) =>
        WriteAsync(id + ".csv", write, cancellationToken);

    /// <inheritdoc />
    public Task WriteSlipAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        WriteAsync(id + ".json", (stream, token) => stream.WriteAsync(json, token).AsTask(), cancellationToken);

    /// <inheritdoc />
    public Task WriteAnswerAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        WriteAsync(id + ".answer", (stream, token) => stream.WriteAsync(json, token).AsTask(), cancellationToken);

    /// <inheritdoc />
    public async Task<byte[]?> FindAnswerAsync(string id, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, id + ".answer");
        return File.Exists(path) ? await File.ReadAllBytesAsync(path, cancellationToken) : null;
    }

    /// <inheritdoc />
    public Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        File.Delete(Path.Combine(folder, id + ".json"));
        File.Delete(Path.Combine(folder, id + ".csv"));
        File.Delete(Path.Combine(folder, id + ".answer"));
        return Task.CompletedTask;
    }

    private async Task WriteAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, "." + name + ".part");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            await using (var stream = new FileStream(unfinished, options))
            {
                await write(stream, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
