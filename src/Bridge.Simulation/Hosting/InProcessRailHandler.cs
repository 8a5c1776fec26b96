using System.Net;

namespace Bridge.Simulation.Hosting;

/// <summary>
/// A simulated rail behind an <see cref="HttpClient"/> without a socket, for deterministic tests. A lost answer arrives as
/// the exception a cut connection gives.
/// </summary>
public sealed class InProcessRailHandler(ISimulatedRail rail, TimeProvider time) : HttpMessageHandler
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var simulated = await ReadAsync(request, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        SimulatedResponse response;
        lock (rail)
        {
            response = rail.Handle(simulated);
        }

        if (response.Latency > TimeSpan.Zero)
            await Task.Delay(response.Latency, time, cancellationToken);

        return Write(request, response);
    }

    private static async Task<SimulatedRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        var (path, query) = RequestTarget.Split(uri.PathAndQuery);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [SimulatedHeaders.Scheme] = uri.Scheme,
            ["Host"] = uri.Authority,
        };
        foreach (var (name, values) in request.Headers)
            headers[name] = string.Join(", ", values);
        foreach (var (name, values) in request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            headers[name] = string.Join(", ", values);

        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return new SimulatedRequest(request.Method.Method.ToUpperInvariant(), path, query, headers, body);
    }

    private static HttpResponseMessage Write(HttpRequestMessage request, SimulatedResponse response)
    {
        if (response.Fate == ResponseFate.Lost || (response.Fate == ResponseFate.Truncated && response.Body.IsEmpty))
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut before an answer came.");

        HttpContent content = response.Fate == ResponseFate.Truncated
            ? new TruncatedContent(response.Body)
            : new ReadOnlyMemoryContent(response.Body);
        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { RequestMessage = request, Content = content };
        foreach (var (name, value) in response.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
                message.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }
}
