using Bridge.Simulation.Impact;

namespace Bridge.Simulation.Tests.Impact;

public sealed class ImpactRateTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Slides_its_window_and_frees_one_call_at_a_time()
    {
        using var caller = new ImpactCaller(new ImpactSettings { RateLimit = 3 });
        Spend(caller, 3);

        var refused = Status(caller);
        caller.Time.Advance(Minute * 56);
        var stillRefused = Status(caller);
        caller.Time.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        var justBefore = Status(caller);
        caller.Time.Advance(TimeSpan.FromTicks(1));

        (refused, stillRefused, justBefore).Should().Be((429, 429, 429));
        Status(caller).Should().Be(200, because: "the first call was an hour ago");
        Status(caller).Should().Be(429, because: "the second one was not");
    }

    [Fact]
    public void Starts_a_fixed_window_anew()
    {
        using var caller = new ImpactCaller(new ImpactSettings { RateLimit = 3, RateWindowKind = RateWindowKind.Fixed });
        Spend(caller, 3);

        caller.Time.Advance(Minute * 58);

        Enumerable.Range(0, 4).Select(_ => Status(caller)).Should().Equal(200, 200, 200, 429);
    }

    [Theory]
    [InlineData(RateResetStyle.Seconds)]
    [InlineData(RateResetStyle.EpochSecond)]
    public void Says_in_its_headers_what_is_left_and_when_it_comes_back(RateResetStyle style)
    {
        using var caller = new ImpactCaller(new ImpactSettings { RateLimit = 3, RateReset = style });
        var back = caller.Time.GetUtcNow() + TimeSpan.FromHours(1);
        Spend(caller, 2);

        using var response = caller.Send("GET", $"{caller.Account}/Campaigns");

        Header("X-RateLimit-Limit").Should().Be("3");
        Header("X-RateLimit-Remaining").Should().Be("0");
        Header("X-RateLimit-Reset").Should().Be(style == RateResetStyle.Seconds ? "3480" : $"{back.ToUnixTimeSeconds()}");

        string Header(string name) => response.Headers.GetValues(name).Single();
    }

    [Fact]
    public void Keeps_a_budget_per_account_and_none_for_refused_credentials()
    {
        using var caller = new ImpactCaller(new ImpactSettings { RateLimit = 1 });
        var other = caller.Rail.Seed.Brands[1];
        caller.Password = "wrong";
        Status(caller).Should().Be(401);
        caller.Password = caller.Brand.Tokens[0].Value;
        Status(caller).Should().Be(200);
        (caller.User, caller.Password) = (other.Sid, other.Tokens[0].Value);

        caller.Get($"/Advertisers/{other.Sid}/Campaigns");

        caller.Get($"/Advertisers/{other.Sid}/Campaigns", 429).GetProperty("error").GetString().Should().Be("Too Many Requests");
    }

    [Fact]
    public void Grants_exactly_its_limit_in_any_hour()
    {
        using var caller = new ImpactCaller(new ImpactSettings { RateLimit = 20 });
        for (var i = 0; i < 200; i++)
        {
            Status(caller);
            caller.Time.Advance(TimeSpan.FromSeconds(37 * (i % 5)));
        }

        var granted = caller.Rail.Requests.From(0).Where(entry => entry.Status == 200).Select(entry => entry.Time).ToList();

        granted.Max(end => granted.Count(time => time <= end && time > end - TimeSpan.FromHours(1))).Should().Be(20);
    }

    private static void Spend(ImpactCaller caller, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            Status(caller).Should().Be(200);
            caller.Time.Advance(Minute);
        }
    }

    private static int Status(ImpactCaller caller)
    {
        using var response = caller.Send("GET", $"{caller.Account}/Campaigns");
        return (int)response.StatusCode;
    }
}
