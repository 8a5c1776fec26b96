using Bridge.Engine.Execution;

namespace Bridge.Testing.Stores;

/// <summary>An outbox in memory.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    /// <summary>Tables by hand-off.</summary>
    public Dictionary<string, byte[]> Tables { get; } = new(StringComparer.Ordinal);

    /// <summary>Slips by hand-off.</summary>
    public Dictionary<string, byte[]> Slips { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers by hand-off.</summary>
    public Dictionary<string, byte[]> Answers { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public async Task WriteTableAsync(string id, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        Tables[id] = stream.ToArray();
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
        Slips.Remove(id);
        Answers.Remove(id);
        return Task.CompletedTask;
    }
}
