using Bridge.Simulation.Hosting;

namespace Bridge.Simulation.Tests.Hosting;

public sealed class RequestLogTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly RequestLog log = new();

    [Fact]
    public void Finds_the_busiest_window_wherever_it_begins()
    {
        foreach (var minute in (int[])[0, 50, 55, 59, 60, 109, 111])
            Add(minute, "GET", "a");

        log.PeakWithin(TimeSpan.FromHours(1)).Should().Be(5, because: "the five from minute 50 to 109 lie less than an hour apart");
    }

    [Fact]
    public void Counts_by_account_and_verb()
    {
        Add(0, "GET", "a");
        Add(1, "POST", "a");
        Add(2, "POST", "b");

        log.Count.Should().Be(3);
        log.PeakWithin(TimeSpan.FromHours(1), "a").Should().Be(2);
        log.CountByVerb().Should().Equal(new Dictionary<string, int> { ["GET"] = 1, ["POST"] = 2 });
        log.CountByVerb(position: 2).Should().Equal(new Dictionary<string, int> { ["POST"] = 1 });
    }

    private void Add(int minute, string verb, string account) =>
        log.Add(new RequestLogEntry(Start.AddMinutes(minute), verb, "/", null, account, 200, ResponseFate.Delivered));
}
