using System.Diagnostics.Metrics;
using System.Text.Json;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Json;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Http;

public sealed class RailSecrecyTests
{
    private const string Secret = "hunter-two!";
    private readonly ManualTimeProvider time = new();

    public static TheoryData<string> Credentials => ["basic", "bearer", "header", "query", "token"];

    [Theory]
    [MemberData(nameof(Credentials))]
    public void No_secret_reaches_a_log_or_an_exception_even_when_the_rail_echoes_it(string kind)
    {
        var echo = $$"""{"Message":"token {{Secret}} of {{Uri.EscapeDataString(Secret)}} for jane.doe@example.com 'Jane Doe' +49 30 123456789 is wrong, see https://rail.example/x?token={{Secret}}","Errors":[{"Field":"Email","Message":"jane.doe@example.com is taken, {{Secret}}"}]}""";
        foreach (var status in new[] { 400, 401, 403, 404, 409, 422, 429, 500, 503 })
        {
            var connection = new TestConnection(time, ScriptedNetwork.Answers(status, echo, headers: ("X-Echo", Secret)));
            connection.Options = connection.Options with
            {
                Credential = Credential(kind),
                Classifier = response => response.ByStatus(
                    Secret,
                    RailJson.Text(response.Json()!.Value, "Message"),
                    [new("Email", RailJson.Items(response.Json()!.Value, "Errors").Single().GetProperty("Message").GetString()!)]),
                Profile = connection.Options.Profile with { MaxReadAttempts = new(2, "test") },
            };

            var read = connection.ErrorOf(() => connection.ReadAsync("things/jane.doe@example.com"));
            var write = connection.ErrorOf(() => connection.WriteAsync());

            var everything = $"{connection.Logger.Everything}\n{read}\n{write}\n{JsonSerializerOf(read)}";
            everything.Should().Contain("things.list").And.Contain("things.create");
            everything.Should().NotContain(Secret).And.NotContain(Uri.EscapeDataString(Secret)).And.NotContain("jane.doe").And.NotContain("Jane Doe").And.NotContain("123456789");
            everything.Should().NotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"sid:{Secret}")));
        }
    }

    [Fact]
    public void Logs_and_measurements_name_the_path_template_and_never_the_path()
    {
        var tags = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == RailTelemetry.Name)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, pairs, _) => tags.Add($"{instrument.Name} {value} {string.Join(' ', pairs.ToArray())}"));
        listener.Start();
        var connection = new TestConnection(time, ScriptedNetwork.Answers(503), ScriptedNetwork.Answers(200, "{\"Secret\":\"body\"}"));

        VirtualTime.Run(time, () => connection.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, new Uri("Advertisers/IRabc/Partners?Email=jane.doe@example.com", UriKind.Relative)),
            RailRequest.Read("partners.telemetry") with { PathTemplate = "/Advertisers/{sid}/Partners" },
            CancellationToken.None));

        connection.Logger.Lines.Should().Contain(line => line.EventId == 2000 && line.Text.Contains("GET /Advertisers/{sid}/Partners answered 200") && line.Text.Contains("2 attempt(s)"));
        connection.Logger.Everything.Should().NotContain("IRabc").And.NotContain("jane").And.NotContain("body");
        var ours = tags.Where(line => line.Contains("partners.telemetry")).ToList();
        ours.Should().Contain(line => line.StartsWith("bridge.rail.calls 1 ") && line.Contains("[bridge.outcome, ok]"));
        ours.Should().Contain(line => line.StartsWith("bridge.rail.attempts 2 "));
        ours.Should().NotContain(line => line.Contains("IRabc") || line.Contains("jane"));
    }

    [Fact]
    public void A_secret_does_not_print()
    {
        var secret = new SecretText(Secret);

        $"{secret}".Should().Be("***");
        secret.Reveal().Should().Be(Secret);
        JsonSerializer.Serialize(secret, SecretJson.Default.SecretText).Should().Be("{}");
        new AccessToken(secret, null).ToString().Should().NotContain(Secret);
    }

    private IRailCredential Credential(string kind) => kind switch
    {
        "basic" => RailCredential.Basic("sid", new(Secret)),
        "bearer" => RailCredential.Bearer(new(Secret)),
        "header" => RailCredential.Header("X-Api-Key", new(Secret)),
        "query" => RailCredential.Query("token", new(Secret)),
        _ => RailCredential.Token(_ => Task.FromResult(new AccessToken(new(Secret), null)), time),
    };

    private static string JsonSerializerOf(RailException? error) =>
        $"{error?.RailCode} {error?.RailMessage} {string.Join(' ', (error as RailRejectedException)?.FieldErrors ?? [])}";
}
