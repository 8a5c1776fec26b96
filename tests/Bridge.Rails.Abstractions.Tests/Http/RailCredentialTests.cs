using System.Text;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Http;

public sealed class RailCredentialTests
{
    private readonly ManualTimeProvider time = new();

    [Fact]
    public void Basic_sends_user_and_password()
    {
        var connection = With(RailCredential.Basic("IR-SID", new("tok-en")), ScriptedNetwork.Answers(200));

        VirtualTime.Run(time, () => connection.ReadAsync());

        connection.Sent[0].Authorization.Should().Be($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("IR-SID:tok-en"))}");
    }

    [Fact]
    public void A_query_credential_is_added_once_per_attempt()
    {
        var connection = With(RailCredential.Query("token", new("a b&c")), ScriptedNetwork.Answers(500), ScriptedNetwork.Answers(200));

        VirtualTime.Run(time, () => connection.ReadAsync("reports?lang=en"));

        connection.Sent.Select(sent => sent.Address).Should().Equal(
            "https://rail.example/api/reports?lang=en&token=a%20b%26c",
            "https://rail.example/api/reports?lang=en&token=a%20b%26c");
    }

    [Fact]
    public void However_many_calls_wait_one_token_is_fetched()
    {
        var fetches = 0;
        var connection = With(Token(() => $"t-{++fetches}", TimeSpan.FromHours(1)), ScriptedNetwork.Answers(200));

        VirtualTime.Run(time, () => Task.WhenAll(Enumerable.Range(0, 20).Select(_ => connection.ReadAsync())));

        fetches.Should().Be(1);
        connection.Sent.Should().HaveCount(20).And.OnlyContain(sent => sent.Authorization == "Bearer t-1");
    }

    [Fact]
    public void A_token_is_renewed_before_it_expires()
    {
        var fetches = 0;
        var connection = With(Token(() => $"t-{++fetches}", TimeSpan.FromHours(1)), ScriptedNetwork.Answers(200));

        VirtualTime.Run(time, async () =>
        {
            await connection.ReadAsync();
            await Task.Delay(TimeSpan.FromMinutes(58), time);
            await connection.ReadAsync();
            await Task.Delay(TimeSpan.FromMinutes(1.5), time);
            await connection.ReadAsync();
        });

        connection.Sent.Select(sent => sent.Authorization).Should().Equal("Bearer t-1", "Bearer t-1", "Bearer t-2");
    }

    [Fact]
    public void A_read_renews_a_refused_token_once_however_many_calls_were_refused()
    {
        var fetches = 0;
        var connection = With(
            Token(() => $"t-{++fetches}", null),
            (request, _) => Task.FromResult(ScriptedNetwork.Answer(request.Headers.Authorization!.Parameter == "t-1" ? 401 : 200, "{}", "application/json")));

        VirtualTime.Run(time, () => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => connection.ReadAsync())));

        fetches.Should().Be(2);
        connection.Sent.Should().HaveCount(16);
    }

    [Fact]
    public void A_write_with_a_refused_token_is_not_repeated_but_the_next_one_has_a_fresh_token()
    {
        var fetches = 0;
        var connection = With(
            Token(() => $"t-{++fetches}", null),
            (request, _) => Task.FromResult(ScriptedNetwork.Answer(request.Headers.Authorization!.Parameter == "t-1" ? 401 : 200, "{\"Id\":\"1\"}", "application/json")));

        connection.ErrorOf(() => connection.WriteAsync()).Should().BeOfType<RailAuthenticationException>();
        connection.Sent.Should().ContainSingle();

        VirtualTime.Run(time, () => connection.WriteAsync()).Should().Be("1");
        connection.Sent.Should().HaveCount(2);
    }

    [Fact]
    public void A_dead_credential_is_not_hammered()
    {
        var connection = With(RailCredential.Bearer(new("dead")), ScriptedNetwork.Answers(401));

        var errors = Enumerable.Range(0, 10).Select(_ => connection.ErrorOf(() => connection.ReadAsync())).ToList();

        connection.Sent.Should().HaveCount(2);
        errors.Should().AllBeOfType<RailAuthenticationException>();
        errors[9]!.Message.Should().Contain("not sent");
        connection.Logger.Lines.Should().ContainSingle(line => line.EventId == 2004);
    }

    [Fact]
    public void A_failed_fetch_is_tried_again_by_the_next_call()
    {
        var fetches = 0;
        var connection = With(
            RailCredential.Token(
                _ => ++fetches == 1
                    ? throw new RailAuthenticationException(new() { Rail = "test", Connection = "acme-test", Operation = "token.get" })
                    : Task.FromResult(new AccessToken(new("t-2"), null)),
                time),
            ScriptedNetwork.Answers(200));

        connection.ErrorOf(() => connection.ReadAsync()).Should().BeOfType<RailAuthenticationException>();
        VirtualTime.Run(time, () => connection.ReadAsync());

        connection.Sent.Should().ContainSingle().Which.Authorization.Should().Be("Bearer t-2");
    }

    private IRailCredential Token(Func<string> next, TimeSpan? lifetime) => RailCredential.Token(
        async _ =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), time, CancellationToken.None);
            return new AccessToken(new(next()), lifetime);
        },
        time);

    private TestConnection With(IRailCredential credential, params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script)
    {
        var connection = new TestConnection(time, script);
        connection.Options = connection.Options with { Credential = credential };
        return connection;
    }
}
