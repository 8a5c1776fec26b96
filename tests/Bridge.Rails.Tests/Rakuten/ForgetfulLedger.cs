using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Tests.Rakuten;

/// <summary>Every account starts fresh.</summary>
internal sealed class ForgetfulLedger : IRateLedger
{
    public ValueTask<PacerState?> LoadAsync(string account, CancellationToken cancellationToken) => default;

    public ValueTask SaveAsync(PacerState state, CancellationToken cancellationToken) => default;
}
