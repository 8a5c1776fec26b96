using System.Collections.Concurrent;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Conformance;

/// <summary>Keeps rate accounts in memory.</summary>
public sealed class MemoryRateLedger : IRateLedger
{
    private readonly ConcurrentDictionary<string, PacerState> states = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask<PacerState?> LoadAsync(string account, CancellationToken cancellationToken) => ValueTask.FromResult(states.GetValueOrDefault(account));

    /// <inheritdoc />
    public ValueTask SaveAsync(PacerState state, CancellationToken cancellationToken)
    {
        states[state.Account] = state;
        return ValueTask.CompletedTask;
    }
}
