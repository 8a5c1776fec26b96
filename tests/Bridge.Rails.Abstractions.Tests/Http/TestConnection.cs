using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Json;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Testing;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Http;

/// <summary>One connection over a scripted network in virtual time.</summary>
internal sealed class TestConnection : IDisposable
{
    internal static readonly Uri Base = new("https://rail.example/api/");
    internal static readonly WriteIntent Intent = new("op-1", 1, 1);
    private readonly ScriptedNetwork network;

    internal TestConnection(ManualTimeProvider time, params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script)
    {
        Time = time;
        network = new(script);
        var limit = new RateLimit { Name = "default", Permits = 10000, Window = TimeSpan.FromSeconds(1), Kind = RateLimitKind.Bucket, Burst = 10000, Source = "test" };
        Pacer = new(new() { Account = "test:1", Groups = [RateGroup.Of(limit)], MaxConcurrency = 64 }, time, null);
        Options = new()
        {
            Rail = "test",
            Connection = "acme-test",
            BaseUrl = Base,
            Profile = new() { Groups = [RateGroup.Of(limit)] },
            Pacer = Pacer,
            Time = time,
            Logger = Logger,
            WriteGate = Gate,
            PrimaryHandler = network,
        };
    }

    internal ManualTimeProvider Time { get; }

    internal RecordingLogger Logger { get; } = new();

    internal RecordingGate Gate { get; } = new();

    internal Pacer Pacer { get; }

    internal RailHttpOptions Options { get; set; }

    internal IReadOnlyList<ScriptedNetwork.SentRequest> Sent => network.Sent;

    internal RailHttpClient Client => client ??= RailHttpClientFactory.Create(Options);

    private RailHttpClient? client;

    internal Task<RailResponse> ReadAsync(string address = "things", CancellationToken cancellationToken = default) =>
        Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.RelativeOrAbsolute)), RailRequest.Read("things.list"), cancellationToken);

    internal async Task<string> WriteAsync(HttpMethod? method = null, CancellationToken cancellationToken = default)
    {
        using var grant = await Pacer.AcquireAsync("default", CallPriority.Write, CancellationToken.None);
        return await Client.SendAsync(
            new HttpRequestMessage(method ?? HttpMethod.Post, new Uri("things", UriKind.Relative)),
            RailRequest.Write("things.create", grant, Intent),
            response => RailJson.RequiredText(response.Json(), "Id"),
            cancellationToken);
    }

    public void Dispose() => network.Dispose();

    /// <summary>Runs in virtual time and returns the rail error it ends with; null when it ends well.</summary>
    internal RailException? ErrorOf(Func<Task> call)
    {
        RailException? error = null;
        VirtualTime.Run(Time, async () =>
        {
            try
            {
                await call();
            }
            catch (RailException caught)
            {
                error = caught;
            }
        });
        return error;
    }
}
