using Bridge.Engine.Execution;

namespace Bridge.Engine.Tests.Execution;

/// <summary>For plans without hand-offs: whoever writes into it has a defect.</summary>
internal sealed class NoOutbox : IOutbox
{
    public Task WriteTableAsync(string id, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken) => throw new InvalidOperationException(id);

    public Task WriteSlipAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) => throw new InvalidOperationException(id);

    public Task WriteAnswerAsync(string id, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) => throw new InvalidOperationException(id);

    public Task<byte[]?> FindAnswerAsync(string id, CancellationToken cancellationToken) => Task.FromResult<byte[]?>(null);

    public Task RemoveAsync(string id, CancellationToken cancellationToken) => Task.CompletedTask;
}
