using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Rails.Abstractions.Pacing;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Http;

public sealed class RailWriteTests
{
    private readonly ManualTimeProvider time = new();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(520)]
    [InlineData(408)]
    [InlineData(425)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    public void A_status_that_may_come_after_the_work_leaves_a_write_unclear_and_is_never_repeated(int status)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(status, headers: ("Location", "https://elsewhere.example/")));

        var error = connection.ErrorOf(() => connection.WriteAsync());

        error.Should().BeOfType<RailOutcomeUnknownException>().Which.Status.Should().Be(status);
        connection.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData(400, RailErrorKind.Rejected)]
    [InlineData(401, RailErrorKind.Authentication)]
    [InlineData(402, RailErrorKind.Rejected)]
    [InlineData(403, RailErrorKind.Authentication)]
    [InlineData(404, RailErrorKind.NotFound)]
    [InlineData(409, RailErrorKind.Conflict)]
    [InlineData(422, RailErrorKind.Rejected)]
    [InlineData(429, RailErrorKind.RateLimited)]
    public void A_refusal_is_told_by_its_meaning_and_never_repeated(int status, RailErrorKind kind)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(status, headers: ("Retry-After", "1")));

        var error = connection.ErrorOf(() => connection.WriteAsync());

        error!.Kind.Should().Be(kind);
        error.Status.Should().Be(status);
        error.Operation.Should().Be("things.create");
        connection.Sent.Should().ContainSingle();
    }

    public static TheoryData<string> Garbage => ["", " ", "\uFEFF", "null", "[]", "7", "\"ok\"", "{}", "{\"Id\":\"\"}", "{\"Id\":{}}", "{\"Id\":\"1", "<html><body>Bad gateway</body></html>"];

    [Theory]
    [MemberData(nameof(Garbage))]
    public void A_good_status_with_a_body_that_proves_nothing_leaves_a_write_unclear(string body)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200, body));

        var error = connection.ErrorOf(() => connection.WriteAsync());

        error.Should().BeOfType<RailOutcomeUnknownException>().Which.Status.Should().Be(200);
        connection.Sent.Should().ContainSingle();
    }

    [Fact]
    public void A_truncated_answer_leaves_a_write_unclear()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Truncates());

        connection.ErrorOf(() => connection.WriteAsync()).Should().BeOfType<RailOutcomeUnknownException>();
        connection.Sent.Should().ContainSingle();
    }

    [Fact]
    public void A_truncated_refusal_is_still_a_refusal()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Truncates(400));

        connection.ErrorOf(() => connection.WriteAsync()).Should().BeOfType<RailRejectedException>();
    }

    [Fact]
    public void A_write_without_an_answer_in_time_is_unclear_after_exactly_the_attempt_timeout()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Hangs(time));

        var error = connection.ErrorOf(() => connection.WriteAsync());

        error.Should().BeOfType<RailOutcomeUnknownException>();
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(60));
        connection.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData(HttpRequestError.Unknown)]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    public void A_connection_lost_after_sending_leaves_a_write_unclear(HttpRequestError how)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Throws(() => new HttpRequestException(how)));

        connection.ErrorOf(() => connection.WriteAsync()).Should().BeOfType<RailOutcomeUnknownException>();
        connection.Sent.Should().ContainSingle();
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public void A_connection_that_never_came_about_is_certainly_not_sent(HttpRequestError how)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Throws(() => new HttpRequestException(how)));

        var error = connection.ErrorOf(() => connection.WriteAsync());

        error.Should().BeOfType<RailUnavailableException>().Which.NeverSent.Should().BeTrue();
        connection.Sent.Should().ContainSingle();
    }

    [Fact]
    public void A_status_declared_as_refused_before_processing_is_no_doubt()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(503, headers: ("Retry-After", "20")));
        connection.Options = connection.Options with
        {
            Profile = connection.Options.Profile with { PreProcessingStatuses = new(new HashSet<int> { 503 }, "the rail's manual, page 3") },
        };

        var error = connection.ErrorOf(() => connection.WriteAsync());

        error.Should().BeOfType<RailUnavailableException>().Which.NeverSent.Should().BeFalse();
        error!.RetryAfter.Should().Be(TimeSpan.FromSeconds(20));
        connection.Sent.Should().ContainSingle();
    }

    [Fact]
    public void Cancelling_a_write_that_has_left_leaves_it_unclear()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(5), time);
        var connection = new TestConnection(time, ScriptedNetwork.Hangs(time));

        var error = connection.ErrorOf(() => connection.WriteAsync(cancellationToken: stop.Token));

        error.Should().BeOfType<RailOutcomeUnknownException>().Which.Reason.Should().Contain("cancelled");
        time.Elapsed.Should().Be(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Cancelling_before_it_left_sends_nothing()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));

        var act = () => VirtualTime.Run(time, () => connection.WriteAsync(cancellationToken: new CancellationToken(canceled: true)));

        act.Should().Throw<OperationCanceledException>();
        connection.Sent.Should().BeEmpty();
    }

    [Fact]
    public void A_body_over_the_cap_leaves_a_write_unclear()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200, new string(' ', 2000)));
        connection.Options = connection.Options with { Profile = connection.Options.Profile with { MaxResponseBytes = new(1999, "test") } };

        connection.ErrorOf(() => connection.WriteAsync()).Should().BeOfType<RailOutcomeUnknownException>();
    }

    [Fact]
    public void A_good_write_passes_the_gate_once_with_its_intent()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(201, "{\"Id\":\"000006\"}"));

        var id = VirtualTime.Run(time, () => connection.WriteAsync());

        id.Should().Be("000006");
        connection.Gate.Passed.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Rail = "test", Connection = "acme-test", Operation = "things.create", Intent = TestConnection.Intent, Timeout = TimeSpan.FromSeconds(60) });
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("GET")]
    public void A_connection_open_for_reading_sends_no_write_whatever_the_verb(string verb)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with { WriteGate = ClosedWriteGate.Instance };

        var act = () => VirtualTime.Run(time, () => connection.WriteAsync(new HttpMethod(verb)));

        act.Should().Throw<WriteRefusedException>().Which.Reason.Should().Be(WriteRefusal.ReadOnly);
        connection.Sent.Should().BeEmpty();
    }

    [Fact]
    public void A_post_marked_as_a_read_needs_no_gate()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(503), ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with { WriteGate = ClosedWriteGate.Instance };

        VirtualTime.Run(time, async () => (await connection.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, new Uri("token", UriKind.Relative)) { Content = new StringContent("scope=4711") },
            RailRequest.Read("token.get"),
            CancellationToken.None)).Status.Should().Be(200));

        connection.Sent.Should().HaveCount(2);
        connection.Sent.Should().OnlyContain(sent => sent.Body == "scope=4711");
    }

    [Fact]
    public void A_write_stopped_at_the_gate_keeps_its_permit()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with { WriteGate = ClosedWriteGate.Instance };

        VirtualTime.Run(time, async () =>
        {
            using var grant = await connection.Pacer.AcquireAsync("default", CallPriority.Write, CancellationToken.None);
            var send = () => connection.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, TestConnection.Base), RailRequest.Write("things.create", grant, null), CancellationToken.None);

            await send.Should().ThrowAsync<WriteRefusedException>();

            grant.IsSpent.Should().BeFalse();
        });
    }

    [Fact]
    public void A_permit_cannot_carry_two_writes()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200, "{\"Id\":\"1\"}"));

        VirtualTime.Run(time, async () =>
        {
            using var grant = await connection.Pacer.AcquireAsync("default", CallPriority.Write, CancellationToken.None);
            var send = () => connection.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, TestConnection.Base), RailRequest.Write("things.create", grant, TestConnection.Intent), CancellationToken.None);
            await send();

            await send.Should().ThrowAsync<InvalidOperationException>().WithMessage("*used before*");
        });

        connection.Sent.Should().ContainSingle();
    }

    [Fact]
    public void A_permit_of_another_account_is_refused()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));
        var other = new TestConnection(time, ScriptedNetwork.Answers(200));

        VirtualTime.Run(time, async () =>
        {
            using var grant = await other.Pacer.AcquireAsync("default", CallPriority.Write, CancellationToken.None);
            var send = () => connection.Client.SendAsync(new HttpRequestMessage(HttpMethod.Post, TestConnection.Base), RailRequest.Write("things.create", grant, TestConnection.Intent), CancellationToken.None);

            await send.Should().ThrowAsync<InvalidOperationException>().WithMessage("*another rate account*");
        });

        connection.Sent.Should().BeEmpty();
    }

    [Fact]
    public void The_gate_is_asked_after_the_credential_was_fetched()
    {
        var order = new List<string>();
        var connection = new TestConnection(time, (_, _) =>
        {
            order.Add("socket");
            return Task.FromResult(ScriptedNetwork.Answer(200, "{\"Id\":\"1\"}", "application/json"));
        });
        connection.Options = connection.Options with
        {
            WriteGate = new RecordingGate(() => order.Add("gate")),
            Credential = RailCredential.Token(
                async _ =>
                {
                    await Task.Delay(TimeSpan.FromSeconds(3), time, CancellationToken.None);
                    order.Add("credential");
                    return new AccessToken(new SecretText("t-1"), null);
                },
                time),
        };

        VirtualTime.Run(time, () => connection.WriteAsync());

        order.Should().Equal("credential", "gate", "socket");
    }

    [Fact]
    public void A_token_that_cannot_be_fetched_means_not_sent_for_a_write()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with
        {
            Credential = RailCredential.Token(_ => throw new RailUnavailableException(new() { Rail = "test", Connection = "acme-test", Operation = "token.get" }), time),
        };

        connection.ErrorOf(() => connection.WriteAsync()).Should().BeOfType<RailUnavailableException>().Which.Operation.Should().Be("token.get");
        connection.Sent.Should().BeEmpty();
    }

    [Fact]
    public void A_refused_write_makes_the_pacer_wait_for_the_next_one()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(429, headers: ("Retry-After", "90")), ScriptedNetwork.Answers(200, "{\"Id\":\"1\"}"));

        connection.ErrorOf(() => connection.WriteAsync())!.RetryAfter.Should().Be(TimeSpan.FromSeconds(90));
        VirtualTime.Run(time, () => connection.WriteAsync());

        time.Elapsed.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(90));
    }
}
