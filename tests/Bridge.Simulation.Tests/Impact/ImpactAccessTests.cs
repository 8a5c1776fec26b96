using System.Text.Json;

namespace Bridge.Simulation.Tests.Impact;

public sealed class ImpactAccessTests : IDisposable
{
    private readonly ImpactCaller caller = new();

    [Fact]
    public void Refuses_a_wrong_token_with_401_and_field_less_error_shape()
    {
        caller.Password = "wrong";

        var error = caller.Get("Campaigns", 401);

        error.GetProperty("Status").GetString().Should().Be("ERROR");
        error.GetProperty("Message").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public void Refuses_a_disabled_token_another_account_and_a_missing_scope_with_403()
    {
        caller.Password = caller.Brand.Tokens[3].Value;
        var disabled = caller.Get("Campaigns", 403);
        caller.Password = caller.Brand.Tokens[0].Value;
        var other = caller.Get($"/Advertisers/{caller.Rail.Seed.Brands[1].Sid}/Campaigns", 403);
        caller.Password = caller.Brand.Tokens[2].Value;
        var scope = caller.Get("PromoCodes", 403);
        var spelling = caller.Get($"Programs/{caller.Program}/Contracts", 403);
        caller.Get("MediaPartners");

        foreach (var error in (JsonElement[])[disabled, other, scope, spelling])
        {
            error.GetProperty("status").GetInt32().Should().Be(403);
            error.GetProperty("timestamp").GetInt64().Should().Be(caller.Time.GetUtcNow().ToUnixTimeMilliseconds());
            error.GetProperty("error").GetString().Should().Be("Forbidden");
        }
    }

    [Fact]
    public void Lets_a_read_only_token_read_and_refuses_its_writes()
    {
        caller.Password = caller.Brand.Tokens[1].Value;

        caller.Get("MediaPartners");
        caller.Write("POST", $"Campaigns/{caller.Program}/MediaPartnerGroups", 403, ("Name", "New"));

        caller.Rail.Truth.Count.Should().Be(0);
    }

    [Fact]
    public async Task Answers_json_only_when_asked()
    {
        caller.Accept = "*/*";

        var xml = caller.Send("GET", $"{caller.Account}/Campaigns");
        var suffix = caller.Send("GET", $"{caller.Account}/Campaigns.json");

        xml.Content.Headers.ContentType!.MediaType.Should().Be("application/xml");
        (await xml.Content.ReadAsStringAsync()).Should().Contain("<ImpactRadiusResponse page=\"1\"").And.Contain("<TrackingDomain>acme.sjv.example</TrackingDomain>");
        suffix.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
    }

    [Fact]
    public void Answers_in_the_version_that_the_call_or_the_account_names()
    {
        caller.Version = null;
        var pinned = caller.List("MediaPartners", "Partners")[0];
        var query = caller.List("MediaPartners?IrVersion=13", "Partners")[0];
        caller.Version = "14";
        var program = caller.Get($"Campaigns/{caller.Program}");
        caller.Version = "13";
        var older = caller.Get($"Campaigns/{caller.Program}");
        caller.Version = "99";

        pinned.TryGetProperty("mp_value1", out _).Should().BeTrue(because: "the account is pinned to an old version");
        query.TryGetProperty("PartnerValues", out _).Should().BeTrue();
        program.GetProperty("Type").GetString().Should().Be("Performance");
        older.TryGetProperty("Type", out _).Should().BeFalse();
        caller.Get("Campaigns", 400).GetProperty("Status").GetString().Should().Be("ERROR");
    }

    [Fact]
    public void Knows_unknown_paths_from_wrong_methods()
    {
        caller.Get("UniqueUrls", 404);
        caller.Write("PUT", "PromoCodes/1", 405);
        caller.Get($"Programs/{caller.Program}/TrackingLinks", 405);
        caller.Get("Campaigns/1", 404).GetProperty("Status").GetString().Should().Be("ERROR");

        caller.Rail.Requests.From(0).Select(entry => entry.Status).Should().Equal(404, 405, 405, 404);
    }

    [Fact]
    public void Takes_put_and_delete_as_a_post_with_a_method_field()
    {
        var partner = caller.List("MediaPartners?PageSize=1", "Partners")[0].GetProperty("Id").GetString()!;

        caller.Write("POST", $"MediaPartners/{partner}", 200, ("_method", "PUT"), ("MPValue2", "x"));

        caller.Get($"MediaPartners/{partner}").GetProperty("PartnerValues").GetProperty("Value2").GetString().Should().Be("x");
        caller.Truth().Single().GetProperty("kind").GetString().Should().Be("partner.values");
    }

    [Fact]
    public void Serves_the_agency_its_brands_and_everything_below_them()
    {
        var agency = caller.Rail.Seed.Agency!;
        (caller.User, caller.Password) = (agency.Sid, agency.Tokens[0].Value);

        var brands = caller.Get($"/Agencies/{agency.Sid}/Advertisers").EnumerateArray().ToList();
        var through = $"/Agencies/{agency.Sid}/Advertisers/{brands[1].GetProperty("Id").GetString()}";
        var page = caller.Get($"{through}/MediaPartners?PageSize=2");
        var next = caller.Get(new Uri(page.GetProperty("@nextpageuri").GetString()!).PathAndQuery);

        brands.Select(brand => brand.GetProperty("Name").GetString()).Should().Equal("Acme Outfitters", "Nord Home");
        brands[0].GetProperty("RestAccountURL").GetString().Should().StartWith($"{caller.Brand.Sid}:{caller.Brand.Tokens[0].Value}@");
        page.GetProperty("Partners")[0].GetProperty("Uri").GetString().Should().StartWith($"{through}/MediaPartners/");
        page.GetProperty("@nextpageuri").GetString().Should().StartWith($"https://api.impact.com{through}/MediaPartners?");
        next.GetProperty("@page").GetString().Should().Be("2");
        caller.Get($"/Agencies/{agency.Sid}/Advertisers/1/Campaigns", 404);
    }

    [Fact]
    public void Charges_an_agency_for_the_calls_it_makes_for_a_brand()
    {
        var agency = caller.Rail.Seed.Agency!;
        (caller.User, caller.Password) = (agency.Sid, agency.Tokens[0].Value);

        caller.Get($"/Agencies/{agency.Sid}/Advertisers/{caller.Brand.AdvertiserId}/Campaigns");

        caller.Rail.Requests.From(0).Should().ContainSingle().Which.Account.Should().Be(agency.Sid);
    }

    public void Dispose() => caller.Dispose();
}
