using Bridge.Engine.Execution;

namespace Bridge.Testing.Stores;

/// <summary>An outbox in memory.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    /// <summary>Tables of packs by hand-off, whatever their extension.</summary>
    public Dictionary<string, byte[]> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>Every file by its name.</summary>
    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Slips by hand-off.</summary>
    public Dictionary<string, byte[]> Slips { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers by hand-off.</summary>
    public Dictionary<string, byte[]> Answers { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async Task WriteFileAsync(string id, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        Files[$"{id}.{extension}"] = Tables[id] = stream.ToArray();
    }

    /// <inheritdoc />
    public Task<Stream?> OpenFileAsync(string id, string extension, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Files.TryGetValue($"{id}.{extension}", out var bytes) ? new MemoryStream(bytes) : null);

    /// <inheritdoc />
    public Task RemoveFileAsync(string id, string extension, CancellationToken cancellationToken)
    {
        Files.Remove($"{id}.{extension}");
        Tables.Remove(id);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task WriteSlipAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        Slips[id] = json.ToArray();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task WriteAnswerAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        Answers[id] = json.ToArray();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<byte[]?> FindAnswerAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Answers.GetValueOrDefault(id));

    /// <inheritdoc />
    public Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        Tables.Remove(id);
        foreach (var extension in new[] { "csv", "xlsx", "md" })
        {
            Files.Remove($"{id}.{extension}");
        }

        Slips.Remove(id);
        Answers.Remove(id);
        return Task.CompletedTask;
    }
}
