using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>
/// Bounds one attempt from credential to last byte of the body, and turns every way in which it can break off into its
/// meaning. Only what certainly never left is called unsent; for a write everything else is unclear.
/// </summary>
internal sealed class RailAttemptTimeoutHandler(RailHttpOptions options) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = RailCall.Of(request);
        using var timeout = new CancellationTokenSource(options.Profile.AttemptTimeout.Value, options.NetworkTime ?? options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        HttpResponseMessage? response = null;
        try
        {
            response = await base.SendAsync(request, either.Token);
            call.Status = (int)response.StatusCode;
            if (!response.IsSuccessStatusCode)
            {
                await BoundedBody.BufferErrorAsync(response, either.Token);
            }
            else if (!call.Streamed)
            {
                await BoundedBody.BufferAsync(response, options.Profile.MaxResponseBytes.Value, either.Token);
            }

            return response;
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or InvalidDataException)
        {
            response?.Dispose();
            if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested && !(call.Left && call.Request.IsWrite))
            {
                throw;
            }

            throw Translate(call, exception, timeout.IsCancellationRequested, cancellationToken.IsCancellationRequested);
        }
    }

    private static RailException Translate(RailCall call, Exception exception, bool timedOut, bool cancelled)
    {
        switch (exception)
        {
            case BodyTooLargeException large:
                return call.Broken($"its body is larger than {large.Cap} bytes");

            // The socket layer cancels by itself only when it could not connect in time.
            case OperationCanceledException when !timedOut && !cancelled:
                call.Left = false;
                return call.NoAnswer("no connection came about in time", exception);

            case OperationCanceledException:
                return call.NoAnswer(cancelled ? "the call was cancelled after it had left" : "no whole answer came in time");

            case HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError }:
                call.Left = false;
                return call.NoAnswer("no connection came about", exception);

            default:
                return call.NoAnswer("the connection broke before the answer was whole", exception);
        }
    }
}
