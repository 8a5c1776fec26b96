using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.Seeding;
using Bridge.Testing.Time;

namespace Bridge.Simulation.Tests.Impact;

/// <summary>Calls the simulated impact.com as a brand's client would.</summary>
internal sealed class ImpactCaller : IDisposable
{
    private readonly HttpClient client;

    public ImpactCaller(ImpactSettings? settings = null, Func<ImpactSeed, ImpactSeed>? change = null, int seed = 7)
    {
        var start = LivedInSeed.Create(seed, Time.GetUtcNow());
        Rail = new SimulatedImpact(change is null ? start : change(start), settings ?? new ImpactSettings(), Time);
        client = new HttpClient(new InProcessRailHandler(Rail, Time)) { BaseAddress = new Uri("https://api.impact.com") };
        User = Brand.Sid;
        Password = Brand.Tokens[0].Value;
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedImpact Rail { get; }

    public BrandSeed Brand => Rail.Seed.Brand;

    public string User { get; set; }

    public string Password { get; set; }

    public string? Version { get; set; } = "14";

    public string? Accept { get; set; } = "application/json";

    /// <summary>Path of the account; everything below is relative to it.</summary>
    public string Account => $"/Advertisers/{Brand.Sid}";

    public long Program => Brand.Programs[0].Id;

    public HttpResponseMessage Send(string verb, string path, HttpContent? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path) { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}")));
        if (Version is not null)
            request.Headers.Add("IR-Version", Version);
        if (Accept is not null)
            request.Headers.Add("Accept", Accept);
        return client.SendAsync(request).GetAwaiter().GetResult();
    }

    public JsonElement Get(string path, int status = 200) => Read(Send("GET", Full(path)), status);

    /// <summary>A form-encoded write.</summary>
    public JsonElement Write(string verb, string path, int status, params (string Name, string Value)[] form) =>
        Read(Send(verb, Full(path), new FormUrlEncodedContent(form.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)))), status);

    public JsonElement WriteJson(string verb, string path, int status, string json) =>
        Read(Send(verb, Full(path), new StringContent(json, Encoding.UTF8, "application/json")), status);

    /// <summary>Id at the end of a creation's Uri.</summary>
    public string Create(string path, params (string Name, string Value)[] form) =>
        Write("POST", path, 200, form).GetProperty("Uri").GetString()!.Split('/')[^1];

    public IReadOnlyList<JsonElement> List(string path, string key) => Rows(Get(path), key);

    /// <summary>The elements of a list, whether they came as an array or as one bare object.</summary>
    public static IReadOnlyList<JsonElement> Rows(JsonElement element, string name)
    {
        var rows = element.GetProperty(name);
        return rows.ValueKind == JsonValueKind.Array ? [.. rows.EnumerateArray()] : [rows];
    }

    public IReadOnlyList<JsonElement> Truth() => [.. Rail.Truth.After(0).Select(line => JsonDocument.Parse(line).RootElement)];

    public JsonElement State() => JsonDocument.Parse(Rail.State()).RootElement;

    public void Dispose()
    {
        client.Dispose();
        Rail.Dispose();
    }

    private string Full(string path) => path.StartsWith('/') ? path : $"{Account}/{path}";

    private static JsonElement Read(HttpResponseMessage response, int status)
    {
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        ((int)response.StatusCode).Should().Be(status, because: text);
        return JsonDocument.Parse(text).RootElement;
    }
}
