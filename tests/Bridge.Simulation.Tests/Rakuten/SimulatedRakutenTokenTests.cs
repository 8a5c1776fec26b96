namespace Bridge.Simulation.Tests.Rakuten;

public sealed class SimulatedRakutenTokenTests(PackFixture fixture) : IClassFixture<PackFixture>
{
    [Theory]
    [InlineData("Bearer")]
    [InlineData("Basic")]
    public void Issues_a_token_under_both_header_schemes(string scheme)
    {
        var caller = new RakutenCaller(fixture.Pack);

        var response = caller.SignIn(scheme);

        response.Status.Should().Be(200);
        var token = RakutenCaller.Json(response);
        token.GetProperty("expires_in").GetInt32().Should().Be(3600);
        token.GetProperty("token_type").GetString().Should().Be("bearer");
        caller.Get("/v1/partnerships").Status.Should().Be(200);
    }

    [Fact]
    public void A_new_token_ends_the_one_before()
    {
        var caller = new RakutenCaller(fixture.Pack);
        caller.SignIn();
        var first = caller.Token;
        caller.SignIn();
        var second = caller.Token;

        caller.Token = first;
        var old = caller.Get("/v1/partnerships");
        caller.Token = second;
        var current = caller.Get("/v1/partnerships");

        second.Should().NotBe(first);
        old.Status.Should().Be(401);
        RakutenCaller.Json(old).GetProperty("fault").GetProperty("code").GetInt32().Should().Be(900901);
        current.Status.Should().Be(200);
    }

    [Fact]
    public void A_token_lives_an_hour()
    {
        var caller = new RakutenCaller(fixture.Pack);
        caller.SignIn();

        caller.Clock.Advance(TimeSpan.FromSeconds(3599));
        var before = caller.Get("/v1/partnerships");
        caller.Clock.Advance(TimeSpan.FromSeconds(1));
        var after = caller.Get("/v1/partnerships");

        before.Status.Should().Be(200);
        after.Status.Should().Be(401);
        RakutenCaller.Json(after).GetProperty("fault").GetProperty("message").GetString().Should().Be("Access Token Expired");
    }

    [Fact]
    public void A_refresh_token_works_once()
    {
        var caller = new RakutenCaller(fixture.Pack);
        var refresh = RakutenCaller.Json(caller.SignIn()).GetProperty("refresh_token").GetString();

        var renewed = caller.SignIn(body: $"grant_type=refresh_token&refresh_token={refresh}&scope=1999998");
        var again = caller.SignIn(body: $"grant_type=refresh_token&refresh_token={refresh}&scope=1999998");

        renewed.Status.Should().Be(200);
        again.Status.Should().Be(400);
        RakutenCaller.Text(again).Should().Contain("invalid_grant");
    }

    [Fact]
    public void Wrong_credentials_get_the_gateway_fault_in_the_form_asked_for()
    {
        var caller = new RakutenCaller(fixture.Pack);

        var json = caller.SignIn(key: "d3Jvbmc6a2V5");
        var xml = caller.SignIn(key: "d3Jvbmc6a2V5", accept: null);
        var missing = caller.Send("GET", "/v1/offers", [("offer_status", "active")], null);

        json.Status.Should().Be(401);
        RakutenCaller.Json(json).GetProperty("fault").GetProperty("description").GetString().Should().NotBeEmpty();
        xml.Status.Should().Be(401);
        RakutenCaller.Text(xml).Should().StartWith("<ams:fault").And.Contain("<ams:code>900901</ams:code>");
        missing.Status.Should().Be(401);
    }

    [Fact]
    public void A_token_reply_is_xml_unless_json_is_accepted()
    {
        var caller = new RakutenCaller(fixture.Pack);

        var response = caller.SignIn(accept: null);

        response.Status.Should().Be(200);
        RakutenCaller.Text(response).Should().StartWith("<token>").And.Contain("<expires_in>3600</expires_in>");
    }

    [Theory]
    [InlineData("", "invalid_request")]
    [InlineData("scope=123", "invalid_scope")]
    [InlineData("scope=1999998&grant_type=authorization_code", "unsupported_grant_type")]
    public void Says_what_is_wrong_with_a_token_request(string body, string error)
    {
        var response = new RakutenCaller(fixture.Pack).SignIn(body: body);

        response.Status.Should().Be(400);
        RakutenCaller.Json(response).GetProperty("error").GetString().Should().Be(error);
    }

    [Fact]
    public void Tokens_depend_on_the_seed_alone()
    {
        var one = new RakutenCaller(fixture.Pack);
        var two = new RakutenCaller(fixture.Pack);

        one.SignIn();
        two.SignIn();

        one.Token.Should().Be(two.Token).And.HaveLength(32);
    }
}
