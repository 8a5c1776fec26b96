using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bridge.Simulation.Hosting;
using Bridge.Simulation.Hosting.Faults;

namespace Bridge.Simulation.Tests.Impact;

public sealed class ImpactOverLoopbackTests : IAsyncLifetime, IDisposable
{
    private readonly ImpactCaller caller = new();
    private KestrelRailHost? host;
    private HttpClient? client;

    public async Task InitializeAsync()
    {
        host = await KestrelRailHost.StartAsync(caller.Rail, caller.Time, 0, CancellationToken.None);
        client = new HttpClient { BaseAddress = host.BaseUrl };
        client.DefaultRequestHeaders.Add("Accept", "application/json");
        client.DefaultRequestHeaders.Add("IR-Version", "14");
        SignIn(caller.Brand.Sid, caller.Brand.Tokens[0].Value);
    }

    [Fact]
    public async Task Follows_absolute_page_links_of_an_agency_on_its_own_host()
    {
        var agency = caller.Rail.Seed.Agency!;
        SignIn(agency.Sid, agency.Tokens[0].Value);
        var next = $"/Agencies/{agency.Sid}/Advertisers/{caller.Brand.AdvertiserId}/MediaPartners?PageSize=7";
        var seen = new List<string>();

        while (next.Length > 0)
        {
            var page = JsonDocument.Parse(await client!.GetStringAsync(new Uri(next, UriKind.RelativeOrAbsolute))).RootElement;
            seen.AddRange(ImpactCaller.Rows(page, "Partners").Select(partner => partner.GetProperty("Id").GetString()!));
            next = page.GetProperty("@nextpageuri").GetString()!;
            next.Should().Match(uri => uri.Length == 0 || uri.StartsWith(host!.BaseUrl.ToString()));
        }

        seen.Should().HaveCount(24).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Does_what_it_cannot_say_when_the_answer_is_lost()
    {
        caller.Rail.Faults.Add(new FaultRule { Kind = "group.create", Action = FaultAction.AppliedLost });
        using var form = new FormUrlEncodedContent([new("Name", "Lost & Found")]);

        var call = () => client!.PostAsync(new Uri($"{caller.Account}/Campaigns/{caller.Program}/MediaPartnerGroups", UriKind.Relative), form);

        await call.Should().ThrowAsync<HttpRequestException>();
        caller.State().GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("name").GetString()).Should().Contain("Lost & Found");
        caller.Rail.Requests.From(0).Single().Fate.Should().Be(ResponseFate.Lost);
    }

    [Fact]
    public async Task Refuses_bad_credentials_and_shows_budgets_on_the_wire()
    {
        SignIn(caller.Brand.Sid, "wrong");
        using var refused = await client!.GetAsync(new Uri($"{caller.Account}/Campaigns", UriKind.Relative));
        SignIn(caller.Brand.Sid, caller.Brand.Tokens[0].Value);
        using var answered = await client.GetAsync(new Uri($"{caller.Account}/Campaigns", UriKind.Relative));

        refused.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        answered.Headers.GetValues("X-RateLimit-Remaining").Should().Equal("999");
    }

    [Fact]
    public async Task Serves_the_truth_to_another_process()
    {
        caller.Create($"Campaigns/{caller.Program}/MediaPartnerGroups", ("Name", "One"));
        caller.Create($"Campaigns/{caller.Program}/MediaPartnerGroups", ("Name", "Two"));

        var all = await client!.GetStringAsync(new Uri("/__truth", UriKind.Relative));
        var rest = await client.GetStringAsync(new Uri("/__truth?after=1", UriKind.Relative));
        var requests = await client.GetStringAsync(new Uri("/__requests", UriKind.Relative));

        all.Should().Be(string.Concat(caller.Rail.Truth.After(0).Select(line => line + "\n")));
        rest.Should().Be(caller.Rail.Truth.After(1).Single() + "\n");
        requests.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2).And.OnlyContain(line => line.Contains("\"kind\":\"group.create\""));
    }

    public async Task DisposeAsync()
    {
        client?.Dispose();
        if (host is not null)
            await host.DisposeAsync();
    }

    public void Dispose() => caller.Dispose();

    private void SignIn(string user, string password) => client!.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
