using System.Text;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;

namespace Bridge.Engine.Tests.Execution;

/// <summary>Slips and answers in memory. No plan of these tests hands out a file.</summary>
internal sealed class MemoryOutbox : IOutbox
{
    private readonly Dictionary<string, byte[]> answers = new(StringComparer.Ordinal);

    public Dictionary<string, JsonObject> Slips { get; } = new(StringComparer.Ordinal);

    /// <summary>Called instead of writing a slip when set.</summary>
    public Action? Fault { get; set; }

    public Task WriteTableAsync(string id, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) => throw new InvalidOperationException(id);

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
        answers.Remove(id);
        return Task.CompletedTask;
    }
}
