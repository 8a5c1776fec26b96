using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;

namespace Bridge.Rails.Impact;

/// <summary>
/// HTTP Basic with the account SID and a token: one for reads, another one for writes and for the read that proves it. Where
/// there is no token for writes, a write is refused here: the one for reads never stands in.
/// </summary>
internal sealed class ImpactCredential(ImpactOptions options, string connection) : IRailCredential
{
    private readonly IRailCredential reads = RailCredential.Basic(options.User, options.AuthToken);
    private readonly IRailCredential? writes = options.WriteToken is { } token ? RailCredential.Basic(options.User, token) : null;

    public IReadOnlyList<SecretText> Secrets => [.. reads.Secrets, .. writes?.Secrets ?? []];

    public bool CanRenew => false;

    public ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RailRequest.Of(request) is not ({ IsWrite: true } or { AsWriter: true }) || RailRequest.Of(request) is not { } asked)
        {
            return reads.ApplyAsync(request, cancellationToken);
        }

        return writes?.ApplyAsync(request, cancellationToken) ?? throw new RailAuthenticationException(new RailErrorContext
        {
            Rail = ImpactDescriptor.Id,
            Connection = connection,
            Operation = asked.Operation,
            RailMessage = "not sent: the connection has no token for writes",
        });
    }

    public bool Refused(HttpRequestMessage request) => true;
}
