using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Json;
using Bridge.Rails.Abstractions.Tests.Pacing;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Http;

public sealed class RailReadTests
{
    private readonly ManualTimeProvider time = new();

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    public void A_read_is_tried_again_after_a_passing_error(int status)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(status), ScriptedNetwork.Answers(status), ScriptedNetwork.Answers(200, "{\"a\":1}"));

        var response = VirtualTime.Run(time, () => connection.ReadAsync());

        response.Text().Should().Be("{\"a\":1}");
        connection.Sent.Should().HaveCount(3);
        time.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(0.5));
    }

    [Theory]
    [InlineData(400, RailErrorKind.Rejected)]
    [InlineData(401, RailErrorKind.Authentication)]
    [InlineData(403, RailErrorKind.Authentication)]
    [InlineData(404, RailErrorKind.NotFound)]
    [InlineData(409, RailErrorKind.Conflict)]
    [InlineData(501, RailErrorKind.Unavailable)]
    public void A_read_is_not_repeated_when_the_answer_would_be_the_same(int status, RailErrorKind kind)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(status));

        connection.ErrorOf(() => connection.ReadAsync())!.Kind.Should().Be(kind);
        connection.Sent.Should().ContainSingle();
    }

    [Fact]
    public void Broken_connections_truncated_bodies_and_silence_are_tried_again()
    {
        var connection = new TestConnection(
            time,
            ScriptedNetwork.Throws(() => new HttpRequestException(HttpRequestError.ConnectionError)),
            ScriptedNetwork.Truncates(),
            ScriptedNetwork.Hangs(time),
            ScriptedNetwork.Answers(200, "{\"a\":1}"));

        var response = VirtualTime.Run(time, () => connection.ReadAsync());

        response.Status.Should().Be(200);
        connection.Sent.Should().HaveCount(4);
        time.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void It_gives_up_after_the_attempts_of_the_profile()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(500));

        var error = connection.ErrorOf(() => connection.ReadAsync());

        error.Should().BeOfType<RailUnavailableException>().Which.Status.Should().Be(500);
        connection.Sent.Should().HaveCount(5);
    }

    [Theory]
    [InlineData("40", 40)]
    [InlineData("Mon, 04 Jan 2027 08:02:00 GMT", 120)]
    public void It_waits_as_long_as_the_rail_asks(string retryAfter, int seconds)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(503, headers: ("Retry-After", retryAfter)), ScriptedNetwork.Answers(200));

        VirtualTime.Run(time, () => connection.ReadAsync());

        time.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(seconds)).And.BeLessThan(TimeSpan.FromSeconds(seconds + 5));
    }

    [Fact]
    public void No_call_of_the_account_leaves_before_the_hint_of_a_refusal_expires()
    {
        var connection = new TestConnection(
            time,
            ScriptedNetwork.Answers(429, headers: [("X-RateLimit-Limit", "1000"), ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1800")]),
            ScriptedNetwork.Answers(200));
        var answered = new List<TimeSpan>();

        VirtualTime.Run(time, async () =>
        {
            var first = connection.ReadAsync();
            await Task.Delay(TimeSpan.FromSeconds(1), time);
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AnswerAsync(connection.ReadAsync())).Append(AnswerAsync(first)));
        });

        answered.Should().HaveCount(6).And.OnlyContain(at => at >= TimeSpan.FromMinutes(30));

        async Task AnswerAsync(Task<RailResponse> call)
        {
            await call;
            answered.Add(time.Elapsed);
        }
    }

    [Theory]
    [MemberData(nameof(RateSignalReaderTests.Dialects), MemberType = typeof(RateSignalReaderTests))]
    public void No_call_leaves_before_the_hint_expires_in_any_dialect(string dialect, string headers, double? seconds)
    {
        var hints = headers.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(header => header.Split(": ", 2)).Select(header => (header[0], header[1])).ToArray();
        var connection = new TestConnection(time, ScriptedNetwork.Answers(429, headers: hints), ScriptedNetwork.Answers(200));

        VirtualTime.Run(time, () => connection.ReadAsync());

        var least = TimeSpan.FromSeconds(seconds is > 0 ? seconds.Value : 2);
        time.Elapsed.Should().BeGreaterThanOrEqualTo(least, dialect).And.BeLessThan(least + TimeSpan.FromSeconds(1), dialect);
        connection.Logger.Lines.Count(line => line.EventId == 2003).Should().Be(dialect == "ten days" ? 1 : 0);
    }

    [Fact]
    public void A_body_that_drips_ends_with_the_attempt()
    {
        var connection = new TestConnection(time, (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new DrippingStream(time)) }));
        connection.Options = connection.Options with { Profile = connection.Options.Profile with { MaxReadAttempts = new(1, "test") } };

        connection.ErrorOf(() => connection.ReadAsync()).Should().BeOfType<RailUnavailableException>();

        time.Elapsed.Should().Be(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void A_rail_that_refuses_with_403_is_understood_through_its_classifier()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(403, "{\"message\":\"Quota exceeded\"}"), ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with
        {
            Classifier = response => response.Status == 403 && RailJson.Text(response.Json()!.Value, "message") == "Quota exceeded" ? response.RateLimited() : null,
        };

        VirtualTime.Run(time, () => connection.ReadAsync());

        connection.Sent.Should().HaveCount(2);
        time.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(2), "without a hint the pacer waits two seconds");
        connection.Pacer.Budgets()[0].Share.Should().BeLessThan(0.6m);
    }

    [Fact]
    public void The_deadline_ends_a_read_whatever_the_rail_asks_for()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(429, headers: ("Retry-After", "3600")));
        connection.Options = connection.Options with { Profile = connection.Options.Profile with { ReadDeadline = new(TimeSpan.FromMinutes(10), "test") } };

        var error = connection.ErrorOf(() => connection.ReadAsync());

        error.Should().BeOfType<RailUnavailableException>();
        time.Elapsed.Should().Be(TimeSpan.FromMinutes(10));
        connection.Sent.Should().ContainSingle();
    }

    [Fact]
    public void Cancelling_a_read_is_a_cancellation()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        var connection = new TestConnection(time, ScriptedNetwork.Hangs(time));

        var act = () => VirtualTime.Run(time, () => connection.ReadAsync(cancellationToken: stop.Token));

        act.Should().Throw<OperationCanceledException>();
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void The_breaker_opens_stops_writes_too_and_lets_one_try_after_its_pause()
    {
        var healthy = false;
        var connection = new TestConnection(time, (_, _) => Task.FromResult(ScriptedNetwork.Answer(healthy ? 200 : 503, "{\"Id\":\"1\"}", "application/json")));
        connection.Options = connection.Options with { Profile = connection.Options.Profile with { MaxReadAttempts = new(1, "test") } };

        for (var call = 0; call < 12; call++)
        {
            connection.ErrorOf(() => connection.ReadAsync()).Should().BeOfType<RailUnavailableException>();
        }

        connection.Sent.Should().HaveCount(10);
        var write = connection.ErrorOf(() => connection.WriteAsync());
        write.Should().BeOfType<RailUnavailableException>().Which.NeverSent.Should().BeTrue();
        write!.RetryAfter.Should().BePositive();
        connection.Sent.Should().HaveCount(10);

        healthy = true;
        time.Advance(TimeSpan.FromSeconds(31));
        VirtualTime.Run(time, () => connection.WriteAsync()).Should().Be("1");
        connection.Sent.Should().HaveCount(11);
    }

    [Fact]
    public void A_read_outlasts_an_open_breaker()
    {
        var calls = 0;
        var connection = new TestConnection(time, (_, _) => Task.FromResult(ScriptedNetwork.Answer(++calls <= 10 ? 503 : 200, "{}", "application/json")));

        VirtualTime.Run(time, async () =>
        {
            var reads = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => connection.ReadAsync()));
            reads.Should().OnlyContain(response => response.Status == 200);
        });

        calls.Should().BeLessThan(20);
        time.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_unreadable_body_names_the_field_and_not_the_value()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200, "{\"Payout\":\"jane.doe@example.com\"}"));

        var error = connection.ErrorOf(() => connection.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Get, TestConnection.Base),
            RailRequest.Read("things.get"),
            response => RailJson.Number(response.Json(), "Payout"),
            CancellationToken.None));

        error.Should().BeOfType<RailContractException>().Which.Rule.Should().Be("field 'Payout' is not a number");
        error!.ToString().Should().NotContain("jane");
    }

    [Fact]
    public void A_request_without_a_mark_is_refused()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));

        var act = () => VirtualTime.Run(time, () => connection.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, TestConnection.Base), null!, CancellationToken.None));

        act.Should().Throw<ArgumentNullException>();
        connection.Sent.Should().BeEmpty();
    }

    [Fact]
    public void Headers_of_the_connection_go_with_every_request_and_the_request_may_replace_them()
    {
        var seen = new List<string>();
        var connection = new TestConnection(time, (request, _) =>
        {
            seen.Add(string.Join(',', request.Headers.GetValues("IR-Version")));
            return Task.FromResult(ScriptedNetwork.Answer(200, "{}", "application/json"));
        });
        connection.Options = connection.Options with { Headers = new Dictionary<string, string> { ["IR-Version"] = "14" } };
        var older = new HttpRequestMessage(HttpMethod.Get, TestConnection.Base);
        older.Headers.Add("IR-Version", "13");

        VirtualTime.Run(time, async () =>
        {
            await connection.ReadAsync();
            await connection.Client.SendAsync(older, RailRequest.Read("things.list"), CancellationToken.None);
        });

        seen.Should().Equal("14", "13");
        connection.Sent[0].Address.Should().Be("https://rail.example/api/things");
    }

    private sealed class DrippingStream(TimeProvider time) : MemoryStream
    {
        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(TimeSpan.FromSeconds(7), time, cancellationToken);
            buffer.Span[0] = (byte)' ';
            return 1;
        }
    }
}
