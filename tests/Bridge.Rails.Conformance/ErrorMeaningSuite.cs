using System.Net;
using Bridge.Rails.Abstractions;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Testing.Time;

namespace Bridge.Rails.Conformance;

/// <summary>That every error answer of a rail over HTTP comes out by its meaning, for reads and for writes.</summary>
public abstract class ErrorMeaningSuite
{
    /// <summary>A connection whose network is the given handler.</summary>
    protected abstract IRail Open(HttpMessageHandler network, TimeProvider time);

    /// <summary>One read.</summary>
    protected abstract Task ReadAsync(IRail rail);

    /// <summary>One write; null when the rail has none.</summary>
    protected abstract Func<WriteContext, Task>? Write(IRail rail);

    /// <summary>The rail's error body for a status.</summary>
    protected abstract string Body(int status);

    /// <summary>What a status means; the usual table unless a rail has its own.</summary>
    protected virtual RailErrorKind Meaning(int status) => status switch
    {
        401 or 403 => RailErrorKind.Authentication,
        404 => RailErrorKind.NotFound,
        409 => RailErrorKind.Conflict,
        429 => RailErrorKind.RateLimited,
        >= 500 => RailErrorKind.Unavailable,
        _ => RailErrorKind.Rejected,
    };

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void A_failed_read_says_what_it_means(int status)
    {
        var error = Run(new Answering(status, Body(status)), ReadAsync);

        error.Kind.Should().Be(Meaning(status));
        error.Status.Should().Be(status);
        error.Operation.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void A_failed_write_says_what_it_means_and_is_sent_once(int status)
    {
        var network = new Answering(status, Body(status));

        var error = RunWrite(network);

        var expected = Meaning(status) == RailErrorKind.Unavailable ? RailErrorKind.OutcomeUnknown : Meaning(status);
        (error?.Kind ?? expected).Should().Be(expected);
        network.Calls.Should().BeLessThanOrEqualTo(1);
    }

    [Fact]
    public void A_write_whose_answer_never_came_is_unclear()
    {
        var error = RunWrite(new Cut());

        (error?.Kind ?? RailErrorKind.OutcomeUnknown).Should().Be(RailErrorKind.OutcomeUnknown);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>502 Bad Gateway</body></html>")]
    [InlineData("{\"Status\":\"OK\"")]
    [InlineData("{}")]
    public void A_write_answered_with_nonsense_is_unclear(string body)
    {
        var error = RunWrite(new Answering(200, body));

        (error?.Kind ?? RailErrorKind.OutcomeUnknown).Should().Be(RailErrorKind.OutcomeUnknown);
    }

    private RailException? RunWrite(HttpMessageHandler network)
    {
        return Run(network, async rail =>
        {
            if (Write(rail) is { } write)
            {
                await write(await rail.ContextAsync());
            }
        }, optional: true);
    }

    private RailException Run(HttpMessageHandler network, Func<IRail, Task> call) =>
        Run(network, call, optional: false) ?? throw new InvalidOperationException("The call did not fail.");

    private RailException? Run(HttpMessageHandler network, Func<IRail, Task> call, bool optional)
    {
        var time = new ManualTimeProvider();
        RailException? caught = null;
        VirtualTime.Run(time, async () =>
        {
            await using var rail = Open(network, time);
            try
            {
                await call(rail);
                (optional && Write(rail) is null).Should().BeTrue("the call must fail");
            }
            catch (RailException error)
            {
                caught = error;
            }
        });
        return caught;
    }

    private sealed class Answering(int status, string body) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
            {
                RequestMessage = request,
                Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            });
        }
    }

    private sealed class Cut : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was cut.");
    }
}
