using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Tests.Pacing;

/// <summary>A ledger that keeps the bytes, so that a state really passes through its JSON form.</summary>
internal sealed class InMemoryRateLedger : IRateLedger
{
    private readonly Dictionary<string, byte[]> states = [];

    internal int Saves { get; private set; }

    internal bool Fails { get; set; }

    public ValueTask<PacerState?> LoadAsync(string account, CancellationToken cancellationToken) =>
        ValueTask.FromResult(states.TryGetValue(account, out var json) ? PacerState.FromJson(json) : null);

    public ValueTask SaveAsync(PacerState state, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new IOException("No space left on device.");
        }

        Saves++;
        states[state.Account] = state.ToJson();
        return ValueTask.CompletedTask;
    }
}
