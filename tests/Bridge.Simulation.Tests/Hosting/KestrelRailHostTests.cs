using System.Net;
using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Tests.Hosting;

public sealed class KestrelRailHostTests
{
    private readonly EchoRail rail = new();

    [Fact]
    public async Task Carries_verb_path_query_headers_and_body_over_loopback()
    {
        await using var host = await KestrelRailHost.StartAsync(rail, TimeProvider.System, 0, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = host.BaseUrl };
        using var request = new HttpRequestMessage(HttpMethod.Put, "/a%20b/c?x=1&x=2&name=J%C3%BCrgen+K%26K") { Content = new StringContent("böse") };
        request.Headers.Add("X-Mark", "here");

        using var response = await client.SendAsync(request);

        host.BaseUrl.Host.Should().Be("127.0.0.1");
        response.StatusCode.Should().Be(HttpStatusCode.MultiStatus);
        response.Headers.GetValues("X-Echo").Should().Equal("yes");
        (await response.Content.ReadAsStringAsync()).Should().Be("PUT /a%20b/c [x=1|x=2|name=Jürgen K&K] here böse");
    }

    [Fact]
    public async Task Gives_the_rail_one_call_at_a_time()
    {
        await using var host = await KestrelRailHost.StartAsync(rail, TimeProvider.System, 0, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = host.BaseUrl };

        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => client.GetStringAsync($"/{number}")));

        rail.Calls.Should().Be(40);
        rail.Overlapped.Should().BeFalse();
    }

    [Fact]
    public async Task Cuts_the_connection_of_a_lost_answer()
    {
        rail.Shape = response => response with { Fate = ResponseFate.Lost };
        await using var host = await KestrelRailHost.StartAsync(rail, TimeProvider.System, 0, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = host.BaseUrl };

        var call = () => client.PostAsync(new Uri("/x", UriKind.Relative), new StringContent("1"));

        await call.Should().ThrowAsync<HttpRequestException>();
        rail.Calls.Should().Be(1);
    }

    [Fact]
    public async Task Cuts_a_truncated_answer_in_its_body()
    {
        rail.Shape = response => response with { Fate = ResponseFate.Truncated, Body = new byte[100_000] };
        await using var host = await KestrelRailHost.StartAsync(rail, TimeProvider.System, 0, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = host.BaseUrl };

        var call = () => client.GetByteArrayAsync(new Uri("/x", UriKind.Relative));

        await call.Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task Delays_an_answer_on_the_given_clock()
    {
        rail.Shape = response => response with { Latency = TimeSpan.FromMinutes(1) };
        var time = new ScaledTimeProvider(TimeProvider.System, 6000, DateTimeOffset.UnixEpoch);
        await using var host = await KestrelRailHost.StartAsync(rail, time, 0, CancellationToken.None);
        using var client = new HttpClient { BaseAddress = host.BaseUrl };
        var before = time.GetUtcNow();

        await client.GetStringAsync(new Uri("/x", UriKind.Relative));

        (time.GetUtcNow() - before).Should().BeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Says_that_a_port_is_taken()
    {
        await using var host = await KestrelRailHost.StartAsync(rail, TimeProvider.System, 0, CancellationToken.None);

        var second = () => KestrelRailHost.StartAsync(rail, TimeProvider.System, host.BaseUrl.Port, CancellationToken.None);

        await second.Should().ThrowAsync<IOException>();
    }
}
