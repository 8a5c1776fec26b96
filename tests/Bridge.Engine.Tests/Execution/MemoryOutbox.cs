using System.Text;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;

namespace Bridge.Engine.Tests.Execution;

/// <summary>Slips, files and answers in memory.</summary>
internal sealed class MemoryOutbox : IOutbox
{
    private readonly Dictionary<string, byte[]> answers = new(StringComparer.Ordinal);

    public Dictionary<string, JsonObject> Slips { get; } = new(StringComparer.Ordinal);

    /// <summary>Called instead of writing a slip when set.</summary>
    public Action? Fault { get; set; }

    public Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public async Task WriteFileAsync(string id, string extension, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream();
        await write(stream, cancellationToken);
        Files[$"{id}.{extension}"] = stream.ToArray();
    }

    public Task<Stream?> OpenFileAsync(string id, string extension, CancellationToken cancellationToken) =>
        Task.FromResult<Stream?>(Files.TryGetValue($"{id}.{extension}", out var bytes) ? new MemoryStream(bytes) : null);

    public Task RemoveFileAsync(string id, string extension, CancellationToken cancellationToken)
    {
        Files.Remove($"{id}.{extension}");
        return Task.CompletedTask;
    }

    public Task WriteSlipAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        Fault?.Invoke();
        Slips[id] = JsonNode.Parse(Encoding.UTF8.GetString(json.Span))!.AsObject();
        return Task.CompletedTask;
    }

    public Task WriteAnswerAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        answers[id] = json.ToArray();
        return Task.CompletedTask;
    }

    public Task<byte[]?> FindAnswerAsync(string id, CancellationToken cancellationToken) => Task.FromResult(answers.GetValueOrDefault(id));

    public Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        Slips.Remove(id);
        foreach (var name in Files.Keys.Where(name => name.StartsWith(id + ".", StringComparison.Ordinal)).ToList())
        {
            Files.Remove(name);
        }

        answers.Remove(id);
        return Task.CompletedTask;
    }
}
