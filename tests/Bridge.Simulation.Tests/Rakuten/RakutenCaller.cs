using System.Text;
using System.Text.Json;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Tests.Rakuten;

/// <summary>Calls the simulated rail as a client would, and reads its answers.</summary>
internal sealed class RakutenCaller
{
    private readonly SimulatedRakutenOptions _options;

    public RakutenCaller(RakutenPack pack, SimulatedRakutenOptions? options = null)
    {
        _options = options ?? new SimulatedRakutenOptions();
        Rail = new SimulatedRakuten(pack, _options, Clock);
    }

    public SettableClock Clock { get; } = new();

    public SimulatedRakuten Rail { get; }

    public string Token { get; set; } = "";

    public SimulatedResponse SignIn(string scheme = "Bearer", string? body = null, string? key = null, string? accept = "application/json")
    {
        key ??= Convert.ToBase64String(Encoding.UTF8.GetBytes($"{_options.ClientId}:{_options.ClientSecret}"));
        var response = Send("POST", "/token", [], $"{scheme} {key}", body ?? $"scope={_options.HouseSid}", accept);
        if (response.Status == 200 && accept is not null)
        {
            Token = Json(response).GetProperty("access_token").GetString()!;
        }

        return response;
    }

    public SimulatedResponse Get(string path, params (string Name, string Value)[] query)
    {
        if (Token.Length == 0)
        {
            SignIn();
        }

        return Send("GET", path, query, $"Bearer {Token}");
    }

    public JsonElement GetJson(string path, params (string Name, string Value)[] query)
    {
        var response = Get(path, query);
        response.Status.Should().Be(200, Text(response));
        return Json(response);
    }

    public SimulatedResponse Report(string key, string language = "en", string? token = null, params (string Name, string Value)[] query)
    {
        (string, string)[] window = query.Length > 0 ? query : [("start_date", "2025-01-01"), ("end_date", "2026-12-31")];
        return Send("GET", $"/{language}/reports/{key}/filters", [.. window, ("token", token ?? _options.ReportToken)], null);
    }

    public SimulatedResponse Send(
        string method,
        string path,
        (string Name, string Value)[] query,
        string? authorization,
        string body = "",
        string? accept = "application/json")
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (authorization is not null)
        {
            headers["Authorization"] = authorization;
        }

        if (accept is not null)
        {
            headers["Accept"] = accept;
        }

        return Rail.Handle(new SimulatedRequest(
            method,
            path,
            [.. query.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))],
            headers,
            Encoding.UTF8.GetBytes(body)));
    }

    public static JsonElement Json(SimulatedResponse response) => JsonDocument.Parse(response.Body).RootElement;

    public static string Text(SimulatedResponse response) => Encoding.UTF8.GetString(response.Body.Span);
}
