using Bridge.Simulation.Hosting;
using Bridge.Simulation.Hosting.Faults;

namespace Bridge.Simulation.Tests.Hosting;

public sealed class FaultListTests
{
    private readonly FaultList faults = new();
    private int applied;

    [Theory]
    [InlineData(FaultAction.RefuseBeforeProcessing, 0, 503, ResponseFate.Delivered)]
    [InlineData(FaultAction.AppliedLost, 1, 200, ResponseFate.Lost)]
    [InlineData(FaultAction.AppliedStatus, 1, 503, ResponseFate.Delivered)]
    [InlineData(FaultAction.AppliedTruncated, 1, 200, ResponseFate.Truncated)]
    [InlineData(FaultAction.AppliedGarbage, 1, 200, ResponseFate.Delivered)]
    [InlineData(FaultAction.AppliedTwice, 2, 200, ResponseFate.Delivered)]
    [InlineData(FaultAction.Dropped, 0, 503, ResponseFate.Lost)]
    [InlineData(FaultAction.Throttle, 0, 429, ResponseFate.Delivered)]
    [InlineData(FaultAction.Slow, 1, 200, ResponseFate.Delivered)]
    [InlineData(FaultAction.Revoke, 0, 401, ResponseFate.Delivered)]
    public void Does_what_its_action_says(FaultAction action, int times, int status, ResponseFate fate)
    {
        faults.Add(new FaultRule { Action = action });

        var response = Run("POST", "/codes", "code.create");

        applied.Should().Be(times);
        response.Status.Should().Be(status);
        response.Fate.Should().Be(fate);
    }

    [Fact]
    public void Hits_the_requests_that_it_names_and_counts_them_alone()
    {
        faults.Add(new FaultRule { Verb = "POST", PathPrefix = "/codes", Kind = "code.create", Ordinal = 2, Times = 2, Action = FaultAction.RefuseBeforeProcessing, Status = 500 });

        var statuses = new[]
        {
            Run("POST", "/codes", "code.create"), Run("GET", "/codes", "code.list"), Run("POST", "/other", "code.create"),
            Run("POST", "/codes", "code.create"), Run("POST", "/codes", "code.create"), Run("POST", "/codes", "code.create"),
        }.Select(response => response.Status);

        statuses.Should().Equal(200, 200, 200, 500, 500, 200);
    }

    [Fact]
    public void Acts_for_ever_without_a_number_of_times_and_until_cleared()
    {
        faults.Add(new FaultRule { Action = FaultAction.Revoke, Times = null });

        var before = Enumerable.Range(0, 5).Select(_ => Run("GET", "/", null).Status).ToList();
        faults.Clear();

        before.Should().OnlyContain(status => status == 401);
        Run("GET", "/", null).Status.Should().Be(200);
    }

    [Fact]
    public void Lays_its_headers_over_those_of_the_answer()
    {
        faults.Add(new FaultRule { Action = FaultAction.Throttle, Headers = [new("retry-after", "17")] });

        var response = Run("GET", "/", null);

        response.Headers.Select(pair => $"{pair.Key}: {pair.Value}").Should().Equal("X-Kept: 1", "retry-after: 17");
    }

    [Fact]
    public void Adds_its_delay_to_the_time_the_answer_takes()
    {
        faults.Add(new FaultRule { Action = FaultAction.Slow, Delay = TimeSpan.FromSeconds(9) });

        Run("GET", "/", null).Latency.Should().Be(TimeSpan.FromSeconds(10));
    }

    private SimulatedResponse Run(string verb, string path, string? kind)
    {
        var request = new SimulatedRequest(verb, path, [], new Dictionary<string, string>(), default);
        return faults.Run(request, kind, Process, status => new SimulatedResponse(status, [new("Retry-After", "5"), new("X-Kept", "1")], default));
    }

    private SimulatedResponse Process()
    {
        applied++;
        return new SimulatedResponse(200, [], "{}"u8.ToArray()) { Latency = TimeSpan.FromSeconds(1) };
    }
}
