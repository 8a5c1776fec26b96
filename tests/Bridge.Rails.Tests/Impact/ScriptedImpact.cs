using System.Net;
using System.Text;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact;
using Bridge.Testing.Privacy;
using Bridge.Testing.Time;

namespace Bridge.Rails.Tests.Impact;

/// <summary>A network that answers as the test says and remembers what it was asked.</summary>
internal sealed class ScriptedImpact : HttpMessageHandler
{
    public const string Prefix = "/Advertisers/IRacme";

    private readonly List<(string Path, Func<int, (int Status, string Body)> Answer)> answers = [];
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);

    public ManualTimeProvider Time { get; } = new();

    public PlainPersonalValues Vault { get; } = new();

    /// <summary>Settings over the usual ones; null takes one away.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public List<Request> Requests { get; } = [];

    /// <summary>Answers every request whose path and query start so, the last rule that fits first.</summary>
    public ScriptedImpact On(string pathAndQuery, string body, int status = 200) => On(pathAndQuery, _ => (status, body));

    /// <summary>Answers by the number of the request on this rule, from 1.</summary>
    public ScriptedImpact On(string pathAndQuery, Func<int, (int Status, string Body)> answer)
    {
        answers.Add((pathAndQuery, answer));
        return this;
    }

    public void Run(Func<IRail, Task> body) => VirtualTime.Run(Time, async () =>
    {
        await using var rail = Open();
        await body(rail);
    });

    public IRail Open()
    {
        var settings = new Dictionary<string, string> { ["accountSid"] = "IRacme", ["authToken"] = "env:READ", ["writeToken"] = "env:WRITE", ["programId"] = "1000", ["pageSize"] = "2" };
        foreach (var (key, value) in Settings)
        {
            settings.Remove(key);
            if (value is not null)
            {
                settings[key] = value;
            }
        }

        return new RailConnection
        {
            Name = "acme-impact",
            Settings = settings,
            Secrets = new Dictionary<string, string> { ["READ"] = "read-token-of-acme", ["WRITE"] = "write-token-of-acme" },
            Time = Time,
            Network = () => this,
            Personal = Vault,
        }.Open(new ImpactRailModule(), new OpenGate());
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var target = request.RequestUri!.PathAndQuery;
        Requests.Add(new Request(
            request.Method.Method,
            request.RequestUri.Host,
            target,
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content?.Headers.ContentType?.MediaType,
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        var rule = answers.FindLast(one => target.StartsWith(one.Path, StringComparison.Ordinal));
        if (rule.Answer is null)
        {
            throw new InvalidOperationException($"No answer for {request.Method} {target}.");
        }

        asked[rule.Path] = asked.GetValueOrDefault(rule.Path) + 1;
        var (status, body) = rule.Answer(asked[rule.Path]);
        return new HttpResponseMessage((HttpStatusCode)status) { RequestMessage = request, Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }

    internal sealed record Request(string Verb, string Host, string Target, IReadOnlyDictionary<string, string> Headers, string? ContentType, string Body)
    {
        /// <summary>User name and password of HTTP Basic.</summary>
        public string Credential => Encoding.UTF8.GetString(Convert.FromBase64String(Headers["Authorization"]["Basic ".Length..]));

        /// <summary>Fields of a form.</summary>
        public IReadOnlyDictionary<string, string> Form => Body.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]));
    }
}
