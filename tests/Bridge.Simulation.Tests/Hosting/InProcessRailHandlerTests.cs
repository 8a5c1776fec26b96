using Bridge.Simulation.Hosting;
using Bridge.Testing.Time;

namespace Bridge.Simulation.Tests.Hosting;

public sealed class InProcessRailHandlerTests
{
    private readonly EchoRail rail = new();
    private readonly ManualTimeProvider time = new();

    [Fact]
    public async Task Carries_a_call_like_a_socket_would()
    {
        using var client = Client();
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/a%20b?x=1+2") { Content = new StringContent("body") };
        request.Headers.Add("X-Mark", "here");

        using var response = await client.SendAsync(request);

        ((int)response.StatusCode).Should().Be(207);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/plain");
        response.Headers.GetValues("X-Echo").Should().Equal("yes");
        (await response.Content.ReadAsStringAsync()).Should().Be("DELETE /a%20b [x=1 2] here body");
    }

    [Theory]
    [InlineData(ResponseFate.Lost)]
    [InlineData(ResponseFate.Truncated)]
    public async Task Shows_a_cut_answer_as_a_cut_connection(ResponseFate fate)
    {
        rail.Shape = response => response with { Fate = fate };
        using var client = Client();

        var call = () => client.GetStringAsync(new Uri("/x", UriKind.Relative));

        (await call.Should().ThrowAsync<HttpRequestException>()).Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        rail.Calls.Should().Be(1);
    }

    [Fact]
    public void Delays_an_answer_in_virtual_time()
    {
        rail.Shape = response => response with { Latency = TimeSpan.FromHours(3) };
        using var client = Client();

        var text = VirtualTime.Run(time, () => client.GetStringAsync(new Uri("/x", UriKind.Relative)));

        text.Should().StartWith("GET /x");
        time.Elapsed.Should().Be(TimeSpan.FromHours(3));
    }

    private HttpClient Client() => new(new InProcessRailHandler(rail, time)) { BaseAddress = new Uri("https://rail.example") };
}
