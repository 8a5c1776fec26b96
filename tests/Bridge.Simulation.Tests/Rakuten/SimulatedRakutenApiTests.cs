using System.Text.Json;
using Bridge.Simulation.Rakuten;

namespace Bridge.Simulation.Tests.Rakuten;

public sealed class SimulatedRakutenApiTests(PackFixture fixture) : IClassFixture<PackFixture>
{
    private readonly RakutenPack _pack = fixture.Pack;

    [Fact]
    public void Three_passes_show_public_and_baseline_offers_and_private_ones_addressed_to_the_house()
    {
        var addressed = _pack.Offers.Last(offer => offer is { Type: RakutenOfferType.Private, Status: RakutenOfferStatus.Active }).Goid;
        var caller = new RakutenCaller(_pack, new SimulatedRakutenOptions { HouseOffers = [addressed] });

        var seen = new List<(string Status, int Goid)>();
        foreach (var status in (string[])["active", "available", "upcoming"])
        {
            seen.AddRange(Rows(caller, ("offer_status", status), ("advertiser", _pack.Options.Mid))
                .Select(row => (status, row.GetProperty("goid").GetInt32())));
        }

        seen.Select(row => row.Goid).Distinct().Should().BeEquivalentTo(_pack.Offers
            .Where(offer => offer.Status != RakutenOfferStatus.Ended)
            .Where(offer => offer.Type is RakutenOfferType.Baseline or RakutenOfferType.Public or RakutenOfferType.PublicSpecial
                || offer.Goid == addressed)
            .Select(offer => offer.Goid));
        seen.Select(row => row.Goid).Should().NotBeEquivalentTo(seen.Select(row => row.Goid).Distinct(), "a joinable offer shows in two passes");
        seen.Where(row => row.Status == "upcoming").Should().NotBeEmpty();
    }

    [Fact]
    public void Without_the_filter_other_advertisers_are_listed_too()
    {
        var caller = new RakutenCaller(_pack);

        Rows(caller, ("offer_status", "active")).Select(row => row.GetProperty("advertiser").GetProperty("id").GetInt32())
            .Distinct().Should().BeEquivalentTo([38207, 41115]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ended")]
    public void The_offer_status_is_required(string? status)
    {
        var response = new RakutenCaller(_pack).Get("/v1/offers", status is null ? [] : [("offer_status", status)]);

        response.Status.Should().Be(400);
        var error = RakutenCaller.Json(response);
        error.GetProperty("error").GetString().Should().Be("REQUEST_PARAM_INVALID");
        error.GetProperty("message").GetString().Should().Contain("offer_status");
    }

    [Theory]
    [InlineData("page", "0", "1 and 1000")]
    [InlineData("page", "1001", "1 and 1000")]
    [InlineData("limit", "0", "1 and 200")]
    [InlineData("limit", "201", "1 and 200")]
    [InlineData("limit", "x", "1 and 200")]
    [InlineData("offer_type", "secret", "offer_type")]
    [InlineData("date_start", "2026-01-01", "YYYYMMDD")]
    public void Bounds_are_named_when_they_are_crossed(string name, string value, string message)
    {
        var response = new RakutenCaller(_pack).Get("/v1/offers", ("offer_status", "active"), (name, value));

        response.Status.Should().Be(400);
        RakutenCaller.Json(response).GetProperty("message").GetString().Should().Contain(message);
    }

    [Theory]
    [InlineData(RakutenEnvelope.AsDocumented, "_metadata", null)]
    [InlineData(RakutenEnvelope.Underscore, "_metadata", "_metadata")]
    [InlineData(RakutenEnvelope.Plain, "metadata", "metadata")]
    [InlineData(RakutenEnvelope.DataFirst, null, null)]
    public void Paging_facts_stand_where_the_setting_says(RakutenEnvelope envelope, string? offersKey, string? listsKey)
    {
        var caller = new RakutenCaller(_pack, new SimulatedRakutenOptions { Envelope = envelope });

        Check(caller.GetJson("/v1/offers", ("offer_status", "active"), ("limit", "2")), offersKey, "offers");
        Check(caller.GetJson("/v1/commissioninglists", ("limit", "2")), listsKey, "commissioninglists");

        static void Check(JsonElement body, string? key, string rows)
        {
            var metadata = key is null ? body.GetProperty("data")[0] : body.GetProperty(key);
            var count = key is null ? body.GetProperty("data").GetArrayLength() - 1 : body.GetProperty(rows).GetArrayLength();
            count.Should().Be(2);
            metadata.GetProperty("limit").GetInt32().Should().Be(2);
            metadata.GetProperty("page").GetInt32().Should().Be(1);
            metadata.GetProperty("total").GetInt32().Should().BeGreaterThanOrEqualTo(2);
            body.TryGetProperty("message", out _).Should().Be(key is null);
        }
    }

    [Fact]
    public void Pages_add_up_to_the_total_and_the_next_link_is_unusable()
    {
        var caller = new RakutenCaller(_pack);
        var whole = Rows(caller, ("offer_status", "active")).Select(row => row.GetProperty("goid").GetInt32()).ToList();
        var paged = new List<int>();
        string? next = null;

        for (var page = 1; page <= 4; page++)
        {
            var body = caller.GetJson("/v1/offers", ("offer_status", "active"), ("limit", "3"), ("page", $"{page}"));
            body.GetProperty("_metadata").GetProperty("total").GetInt32().Should().Be(whole.Count);
            next ??= body.GetProperty("_metadata").GetProperty("_links").GetProperty("next").GetString();
            paged.AddRange(body.GetProperty("offers").EnumerateArray().Select(row => row.GetProperty("goid").GetInt32()));
        }

        paged.Should().Equal(whole);
        next.Should().Be("https://api.linksynergy.com/v1/offerspage=2&limit=3");
        caller.GetJson("/v1/offers", ("offer_status", "active"), ("page", "900")).GetProperty("offers").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public void Types_differ_between_list_and_single_reply()
    {
        var caller = new RakutenCaller(_pack);
        var goid = _pack.Offers.Single(offer => offer.OfferNumber == "24.10").Goid;

        var listed = Rows(caller, ("offer_status", "active")).Single(row => row.GetProperty("goid").GetInt32() == goid);
        var single = caller.GetJson($"/v1/offers/{goid}").GetProperty("offer");

        listed.GetProperty("offer_number").GetRawText().Should().Be("\"24.10\"");
        single.GetProperty("offer_number").GetRawText().Should().Be("24.10");
        listed.GetProperty("truelock").ValueKind.Should().BeOneOf(JsonValueKind.True, JsonValueKind.False);
        single.GetProperty("truelock").GetString().Should().BeOneOf("Y", "N");
        listed.GetProperty("advertiser").GetProperty("network").GetString().Should().Be("United States");
        single.GetProperty("advertiser").GetProperty("network").GetString().Should().Be("1 - United States");
        listed.GetProperty("offer_rules")[0].GetProperty("oid").ValueKind.Should().Be(JsonValueKind.String);
        single.GetProperty("offer_rules")[0].GetProperty("oid").ValueKind.Should().Be(JsonValueKind.Number);
    }

    [Fact]
    public void An_offer_tells_its_rules_bands_and_lists()
    {
        var offer = _pack.Offers.First(candidate => candidate.Name == "New Customer Bonus");
        var tiers = _pack.Offers.First(candidate => candidate.Name == "Basket Tiers");
        var caller = new RakutenCaller(_pack, new SimulatedRakutenOptions { HouseOffers = [offer.Goid, tiers.Goid] });

        var rules = caller.GetJson($"/v1/offers/{offer.Goid}").GetProperty("offer").GetProperty("offer_rules");
        var bands = caller.GetJson($"/v1/offers/{tiers.Goid}").GetProperty("offer").GetProperty("offer_rules")[0]
            .GetProperty("commissions")[0].GetProperty("tiers");

        rules.EnumerateArray().Select(rule => rule.GetProperty("is_dynamic").GetBoolean()).Should().Equal(false, true, true);
        var dynamic = rules[1].GetProperty("commissions")[0].GetProperty("dynamic_rules")[0];
        dynamic.GetProperty("transaction_field_name").GetString().Should().Be("customer status");
        dynamic.GetProperty("operation").GetString().Should().Be("is");
        bands.EnumerateArray().Select(band => band.GetProperty("commission").GetDecimal())
            .Should().Equal(tiers.Rules[0].Tiers.Select(tier => tier.Commission));
        bands[0].GetProperty("upper_threshold").GetDecimal().Should().Be(500m);
        bands[2].TryGetProperty("upper_threshold", out _).Should().BeFalse();
        var members = caller.GetJson($"/v1/commissioninglists/{dynamic.GetProperty("list_id").GetString()}")
            .GetProperty("commissioninglists").GetProperty("status");
        members.EnumerateArray().Select(member => member.GetString()).Should().Equal("NEW", "FIRSTORDER");
    }

    [Fact]
    public void What_the_house_cannot_see_is_not_found()
    {
        var hidden = _pack.Offers.First(offer => offer.Name == "Basket Tiers").Goid;
        var caller = new RakutenCaller(_pack);

        foreach (var path in (string[])[$"/v1/offers/{hidden}", "/v1/offers/abc", "/v1/commissioninglists/none", "/v1/partnerships/1"])
        {
            var response = caller.Get(path);
            response.Status.Should().Be(404, path);
            RakutenCaller.Json(response).GetProperty("error").GetString().Should().Be("RESOURCE_NOT_FOUND");
        }
    }

    [Fact]
    public void Lists_can_be_asked_for_by_offer_rule_and_age()
    {
        var caller = new RakutenCaller(_pack);
        var offer = _pack.Offers.First(candidate => candidate.Name == "Hero Products");

        var byOffer = caller.GetJson("/v1/commissioninglists", ("goid", $"{offer.Goid}")).GetProperty("data");
        var recent = caller.GetJson("/v1/commissioninglists", ("last_modified_range", "1d")).GetProperty("data");

        byOffer.GetArrayLength().Should().Be(2);
        byOffer[1].GetProperty("list_name").GetString().Should().Be("Hero Products");
        recent.GetArrayLength().Should().Be(1, "only the metadata is left");
        caller.Get("/v1/commissioninglists", ("last_modified_range", "2d")).Status.Should().Be(400);
    }

    [Fact]
    public void Partnerships_are_those_of_the_house_with_advertisers()
    {
        var caller = new RakutenCaller(_pack);

        var all = caller.GetJson("/v1/partnerships").GetProperty("partnerships");
        var active = caller.GetJson("/v1/partnerships", ("partner_status", "active")).GetProperty("partnerships");
        var one = caller.GetJson("/v1/partnerships/38207").GetProperty("partnership");

        all.GetArrayLength().Should().Be(3);
        active.EnumerateArray().Should().OnlyContain(row => row.GetProperty("status").GetString() == "active");
        one.GetProperty("advertiser").GetProperty("network").GetInt32().Should().Be(1);
        caller.Get("/v1/partnerships", ("partner_status", "best")).Status.Should().Be(400);
    }

    [Fact]
    public void Too_many_calls_a_minute_get_403_until_the_minute_is_over()
    {
        var caller = new RakutenCaller(_pack, new SimulatedRakutenOptions { CallsPerMinute = 3 });

        var statuses = Enumerable.Range(0, 5).Select(_ => caller.Get("/v1/partnerships").Status).ToList();
        var fault = RakutenCaller.Json(caller.Get("/v1/partnerships")).GetProperty("fault");
        caller.Clock.Advance(TimeSpan.FromSeconds(60));
        var later = caller.Get("/v1/partnerships").Status;

        statuses.Should().Equal(200, 200, 200, 403, 403);
        fault.GetProperty("description").GetString().Should().Contain("per minute");
        later.Should().Be(200);
    }

    [Fact]
    public void A_missing_entitlement_is_a_403_that_waiting_does_not_cure()
    {
        var caller = new RakutenCaller(_pack, new SimulatedRakutenOptions { Entitled = false });

        var first = caller.Get("/v1/offers", ("offer_status", "active"));
        caller.Clock.Advance(TimeSpan.FromMinutes(2));
        var second = caller.Get("/v1/offers", ("offer_status", "active"));

        first.Status.Should().Be(403);
        second.Status.Should().Be(403);
        RakutenCaller.Text(second).Should().Contain("consume the service");
    }

    [Fact]
    public void Every_call_is_logged_without_its_query()
    {
        var caller = new RakutenCaller(_pack);

        caller.Report("order-details");
        caller.Get("/v1/partnerships");
        caller.Send("POST", "/v1/offers", [], null);
        caller.Send("GET", "/elsewhere", [], null);

        caller.Rail.Calls.Select(call => (call.Method, call.Path, call.Status)).Should().Equal(
            ("GET", "/en/reports/order-details/filters", 200),
            ("POST", "/token", 200),
            ("GET", "/v1/partnerships", 200),
            ("POST", "/v1/offers", 405),
            ("GET", "/elsewhere", 404));
    }

    private static List<JsonElement> Rows(RakutenCaller caller, params (string, string)[] query) =>
        [.. caller.GetJson("/v1/offers", [.. query, ("limit", "200")]).GetProperty("offers").EnumerateArray()];
}
