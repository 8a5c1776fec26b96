using System.Net;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>
/// Composes the handlers of a connection. Outermost first: telemetry; deadline, repeats and breaker; rate limit; attempt
/// timeout; credential; send gate; sockets.
/// </summary>
public static class RailHttpClientFactory
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Builds the client of one connection. Nothing is sent.</summary>
    /// <exception cref="ArgumentException">An address is not https (http on loopback is allowed), or the options contradict themselves.</exception>
    public static RailHttpClient Create(RailHttpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        DelegatingHandler[] handlers =
        [
            new RailTelemetryHandler(options),
            new RailResilienceHandler(options),
            new RailRateLimitHandler(options),
            new RailAttemptTimeoutHandler(options),
            new RailAuthHandler(options),
            new RailSendGateHandler(options),
        ];
        for (var index = 0; index < handlers.Length - 1; index++)
        {
            handlers[index].InnerHandler = handlers[index + 1];
        }

        handlers[^1].InnerHandler = options.PrimaryHandler ?? Sockets(options);
        return new RailHttpClient(options, handlers[0]);
    }

    // No redirects, no cookies, and no trace headers of ours to the rail; the platform's own traces would hold full addresses.
    private static SocketsHttpHandler Sockets(RailHttpOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = ConnectTimeout,
        MaxConnectionsPerServer = options.Profile.MaxConcurrency.Value,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
    };
}
