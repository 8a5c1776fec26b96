using System.Net;
using System.Text;

namespace Bridge.Rails.Abstractions.Tests.Http;

/// <summary>The network, scripted: each call takes the next answer, the last one repeats. Keeps what was sent.</summary>
internal sealed class ScriptedNetwork(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script) : HttpMessageHandler
{
    internal List<SentRequest> Sent { get; } = [];

    internal static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Answers(
        int status, string body = "{}", string contentType = "application/json", params (string Name, string Value)[] headers) =>
        (_, _) => Task.FromResult(Answer(status, body, contentType, headers));

    internal static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Throws(Func<Exception> exception) => (_, _) => Task.FromException<HttpResponseMessage>(exception());

    internal static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Hangs(TimeProvider time) => async (_, cancellationToken) =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        throw new InvalidOperationException("A hanging call only ends by cancellation.");
    };

    internal static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Truncates(int status = 200) => (_, _) =>
        Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new StreamContent(new BreakingStream()) });

    internal static HttpResponseMessage Answer(int status, string body, string contentType, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Sent.Add(new(request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), body));
        return await script[Math.Min(Sent.Count, script.Length) - 1](request, cancellationToken);
    }

    internal sealed record SentRequest(string Method, string Address, string? Authorization, string? Body);

    private sealed class BreakingStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position++ > 0)
            {
                throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
            }

            "{\"Id\": \"1"u8.CopyTo(buffer.Span);
            return ValueTask.FromResult(9);
        }
    }
}
