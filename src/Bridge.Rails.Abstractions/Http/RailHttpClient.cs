using System.Text.Json;
using System.Xml;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Json;
using Bridge.Rails.Abstractions.Pacing;

namespace Bridge.Rails.Abstractions.Http;

/// <summary>
/// Sends the requests of one connection. Every request is marked as read or write; errors come out as
/// <see cref="RailException"/> by meaning. Made by <see cref="RailHttpClientFactory"/>.
/// </summary>
public sealed class RailHttpClient : IAsyncDisposable
{
    private readonly RailHttpOptions options;
    private readonly HttpMessageInvoker invoker;

    internal RailHttpClient(RailHttpOptions options, HttpMessageHandler chain)
    {
        this.options = options;
        invoker = new HttpMessageInvoker(chain, disposeHandler: true);
    }

    /// <summary>Rail id.</summary>
    public string Rail => options.Rail;

    /// <summary>Name of the connection.</summary>
    public string Connection => options.Connection;

    /// <summary>Address that relative addresses start from.</summary>
    public Uri BaseUrl => options.BaseUrl;

    /// <summary>Budget of the rate account; writes take their permits from it.</summary>
    public Pacer Pacer => options.Pacer;

    /// <summary>Sends a request and reads its answer to the end. Reads may be repeated inside; writes leave at most once.</summary>
    /// <param name="message">Verb, address (relative to <see cref="BaseUrl"/> or absolute on an allowed host) and body. Disposed by the caller.</param>
    /// <param name="request">What the request is.</param>
    /// <param name="cancellationToken">Cancels waiting. A write that had left then ends as <see cref="RailOutcomeUnknownException"/>.</param>
    /// <exception cref="RailException">The call did not work; for a write anything but <see cref="RailOutcomeUnknownException"/> means not applied.</exception>
    /// <exception cref="WriteRefusedException">The send gate stopped the write.</exception>
    public async Task<RailResponse> SendAsync(HttpRequestMessage message, RailRequest request, CancellationToken cancellationToken)
    {
        using var response = await SendCoreAsync(message, request, streamed: false, cancellationToken);
        return new()
        {
            Status = (int)response.StatusCode,
            Headers = ResponseHeaders.Of(response),
            Body = ((BufferedContent)response.Content).Bytes,
            ContentType = ContentTypeOf(response),
        };
    }

    /// <summary>
    /// Sends a request and reads its answer into a value. When <paramref name="read"/> fails, the answer broke its promise:
    /// <see cref="RailContractException"/> for a read, <see cref="RailOutcomeUnknownException"/> for a write, which a rail may
    /// have applied before it answered nonsense.
    /// </summary>
    public async Task<T> SendAsync<T>(HttpRequestMessage message, RailRequest request, Func<RailResponse, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var response = await SendAsync(message, request, cancellationToken);
        try
        {
            return read(response);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or KeyNotFoundException
            or OverflowException or XmlException or InvalidDataException or RailContractException)
        {
            throw Broken(RailCall.Of(message), response.Status, unreadable);
        }
    }

    /// <summary>
    /// Sends a read and hands out its body as it comes, for exports that do not fit into memory. The stream is bounded by
    /// <see cref="RailHttpProfile.MaxStreamBytes"/>, each piece by the attempt timeout; it ends with a
    /// <see cref="RailException"/> when the connection breaks. Dispose it to end the call in flight.
    /// </summary>
    public async Task<Stream> OpenAsync(HttpRequestMessage message, RailRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsWrite)
        {
            throw new ArgumentException("The answer to a write is read whole.", nameof(request));
        }

        var response = await SendCoreAsync(message, request, streamed: true, cancellationToken);
        return new RailBodyStream(options, RailCall.Of(message), response, await response.Content.ReadAsStreamAsync(cancellationToken));
    }

    /// <summary>Closes the connections, and the pacer when this client owns it.</summary>
    public async ValueTask DisposeAsync()
    {
        invoker.Dispose();
        if (options.OwnsPacer)
        {
            await options.Pacer.DisposeAsync();
        }
    }

    private static string ContentTypeOf(HttpResponseMessage response)
    {
        var type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : "";
        var semicolon = type.IndexOf(';');
        return (semicolon < 0 ? type : type[..semicolon]).Trim().ToLowerInvariant();
    }

    private static RailException Broken(RailCall call, int status, Exception unreadable)
    {
        // The message of a parser may quote the answer, so only its kind and the place are told.
        call.Status = status;
        return call.Broken(unreadable switch
        {
            RailContractException contract => contract.Rule,
            RailFieldException field => field.Message,
            JsonException { Path: { Length: > 0 } path } => $"its body cannot be read ({unreadable.GetType().Name} at {path})",
            _ => $"its body cannot be read ({unreadable.GetType().Name})",
        });
    }

    private async Task<HttpResponseMessage> SendCoreAsync(HttpRequestMessage message, RailRequest request, bool streamed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(request);
        message.RequestUri = message.RequestUri is { } address ? new Uri(options.BaseUrl, address) : options.BaseUrl;
        foreach (var (name, value) in options.Headers)
        {
            if (!message.Headers.NonValidated.Contains(name))
            {
                message.Headers.Add(name, value);
            }
        }

        if (message.Content is { } content)
        {
            await content.LoadIntoBufferAsync(cancellationToken);
        }
        else if (request.IsWrite)
        {
            // On a kept-alive connection that turns out dead the socket layer sends a request again by itself, unless it has
            // begun to send a body. An empty body takes that right away.
            message.Content = new ByteArrayContent([]);
        }

        new RailCall(options, request, message.RequestUri, streamed).AttachTo(message);
        return await invoker.SendAsync(message, cancellationToken);
    }
}
