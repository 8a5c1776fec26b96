using System.Net.Http.Headers;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>A renewable token with a single fetch at a time.</summary>
internal sealed class TokenCredential(Func<CancellationToken, Task<AccessToken>> fetch, TimeProvider time, string scheme) : IRailCredential
{
    // A token is renewed in its last minute, or in its last tenth when it lives shorter than ten minutes.
    private static readonly TimeSpan LastMinute = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private Held? held;
    private SecretText? former;
    private Task<SecretText>? fetching;

    public IReadOnlyList<SecretText> Secrets
    {
        get
        {
            lock (gate)
            {
                return [.. new[] { held?.Token, former }.OfType<SecretText>()];
            }
        }
    }

    public bool CanRenew => true;

    public async ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<SecretText> token;
        lock (gate)
        {
            token = Usable() is { } usable ? Task.FromResult(usable) : fetching ??= FetchAsync();
        }

        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, (await token.WaitAsync(cancellationToken)).Reveal());
    }

    public bool Refused(HttpRequestMessage request)
    {
        lock (gate)
        {
            if (held is null || request.Headers.Authorization?.Parameter != held.Token.Reveal())
            {
                return false;
            }

            former = held.Token;
            held = null;
            return true;
        }
    }

    private SecretText? Usable() =>
        held is { } current && (current.RenewAfter is not { } renew || time.GetElapsedTime(current.FetchedAt) < renew) ? current.Token : null;

    // Runs for all who wait, so no single caller's cancellation ends it; the client that fetches has its own deadline.
    private async Task<SecretText> FetchAsync()
    {
        await Task.Yield();
        try
        {
            var begun = time.GetTimestamp();
            var fresh = await fetch(CancellationToken.None);
            var margin = fresh.Lifetime / 10 < LastMinute ? fresh.Lifetime / 10 : LastMinute;
            lock (gate)
            {
                former = held?.Token ?? former;
                held = new(fresh.Value, begun, fresh.Lifetime - margin);
            }

            return fresh.Value;
        }
        finally
        {
            lock (gate)
            {
                fetching = null;
            }
        }
    }

    private sealed record Held(SecretText Token, long FetchedAt, TimeSpan? RenewAfter);
}
