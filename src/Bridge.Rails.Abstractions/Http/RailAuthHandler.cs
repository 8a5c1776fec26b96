using System.Net;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>
/// Puts the credential on the request, for the rail's own hosts alone, and takes it off again. After two refusals in a row
/// the connection stops calling: hammering with a dead credential locks accounts.
/// </summary>
internal sealed class RailAuthHandler : DelegatingHandler
{
    private const int RefusalsAllowed = 2;
    private readonly RailHttpOptions options;
    private readonly HashSet<string> origins;
    private int refusals;

    internal RailAuthHandler(RailHttpOptions options)
    {
        this.options = options;
        origins = [.. options.AlsoAllowed.Prepend(options.BaseUrl).Select(Origin)];
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RailCall.Of(request);
        if (!origins.Contains(Origin(call.Address)))
        {
            throw new RailContractException(call.Context(), "it leads to another host than the rail's own, which must not see the credential");
        }

        if (Volatile.Read(ref refusals) >= RefusalsAllowed)
        {
            throw new RailAuthenticationException(call.Context() with { RailMessage = "not sent: this credential was refused twice in a row" });
        }

        request.RequestUri = call.Address;
        try
        {
            await options.Credential.ApplyAsync(request, cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                Volatile.Write(ref refusals, 0);
            }
            else if (options.Credential.Refused(request) && Interlocked.Increment(ref refusals) == RefusalsAllowed)
            {
                Log.CredentialStopped(options.Logger, options.Rail, options.Connection);
            }

            return response;
        }
        finally
        {
            request.RequestUri = call.Address;
            request.Headers.Authorization = null;
        }
    }

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority).ToLowerInvariant();
}
