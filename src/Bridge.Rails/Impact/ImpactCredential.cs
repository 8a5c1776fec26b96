using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Impact;

/// <summary>HTTP Basic with the account SID and a token: the one for writes goes with writes alone, where there are two.</summary>
internal sealed class ImpactCredential : IRailCredential
{
    private readonly IRailCredential reads;
    private readonly IRailCredential writes;

    public ImpactCredential(ImpactOptions options)
    {
        reads = RailCredential.Basic(options.User, options.AuthToken);
        writes = options.WriteToken is { } token ? RailCredential.Basic(options.User, token) : reads;
    }

    public IReadOnlyList<SecretText> Secrets => [.. reads.Secrets, .. writes.Secrets];

    public bool CanRenew => false;

    public ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        (RailRequest.Of(request) is { IsWrite: true } ? writes : reads).ApplyAsync(request, cancellationToken);

    public bool Refused(HttpRequestMessage request) => true;
}
