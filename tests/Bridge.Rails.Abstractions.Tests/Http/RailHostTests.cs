using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Http;
using Bridge.Testing.Time;

namespace Bridge.Rails.Abstractions.Tests.Http;

public sealed class RailHostTests
{
    private readonly ManualTimeProvider time = new();

    [Theory]
    [InlineData("https://evil.example/things")]
    [InlineData("http://rail.example/api/things")]
    [InlineData("https://rail.example:8443/things")]
    [InlineData("https://rail.example.evil.example/things")]
    [InlineData("https://rail.example@evil.example/things")]
    [InlineData("//evil.example/things")]
    public void An_address_off_the_rails_host_is_refused_before_anything_is_sent(string address)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with { Credential = RailCredential.Bearer(new("s3cret-token")) };

        var error = connection.ErrorOf(() => connection.ReadAsync(address));

        error.Should().BeOfType<RailContractException>().Which.Message.Should().Contain("another host");
        error!.ToString().Should().NotContain("evil");
        connection.Sent.Should().BeEmpty();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public void A_redirect_is_not_followed(int status)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(status, headers: ("Location", "https://evil.example/")));

        connection.ErrorOf(() => connection.ReadAsync()).Should().BeOfType<RailContractException>().Which.Status.Should().Be(status);
        connection.Sent.Should().ContainSingle().Which.Address.Should().StartWith("https://rail.example/");
    }

    [Fact]
    public void A_second_host_of_the_rail_is_allowed_by_name()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with { AlsoAllowed = [new Uri("https://reports.rail.example/")] };

        VirtualTime.Run(time, () => connection.ReadAsync("https://reports.rail.example/en/filters"));

        connection.Sent.Should().ContainSingle().Which.Address.Should().Be("https://reports.rail.example/en/filters");
    }

    [Theory]
    [InlineData("http://rail.example/")]
    [InlineData("ftp://rail.example/")]
    [InlineData("https://user:pw@rail.example/")]
    public void An_address_that_would_leak_the_credential_is_refused_when_the_client_is_built(string address)
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with { BaseUrl = new Uri(address) };

        var act = () => connection.Client;

        act.Should().Throw<ArgumentException>().Which.Message.Should().Contain("acme-test").And.NotContain("pw");
    }

    [Fact]
    public void Plain_http_is_fine_on_loopback()
    {
        var connection = new TestConnection(time, ScriptedNetwork.Answers(200));
        connection.Options = connection.Options with { BaseUrl = new Uri("http://127.0.0.1:5001/") };

        VirtualTime.Run(time, () => connection.ReadAsync());

        connection.Sent.Should().ContainSingle();
    }
}
