using System.Net;
using System.Text;

namespace Bridge.Rails.Tests.Rakuten;

/// <summary>Answers calls from a script; keeps what was asked.</summary>
internal sealed class ScriptedHandler(Func<HttpRequestMessage, int, (int Status, string Type, string Body)> script) : HttpMessageHandler
{
    public List<string> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add($"{request.Method} {request.RequestUri!.PathAndQuery} {request.Headers.Authorization?.Scheme}");
        var (status, type, body) = script(request, Asked.Count);
        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, type),
        });
    }
}
