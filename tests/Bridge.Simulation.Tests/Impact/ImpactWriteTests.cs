using System.Text.Json;
using Bridge.Simulation.Impact;

namespace Bridge.Simulation.Tests.Impact;

public sealed class ImpactWriteTests : IDisposable
{
    private readonly ImpactCaller caller = new();

    [Fact]
    public void Makes_a_direct_partner_with_an_active_contract_at_once()
    {
        var group = caller.Brand.Groups[0].Id;

        var id = caller.Create("MediaPartners", [.. Partner(), ("MPValue1", "4711"), ("MPGroupIDs", $"{group}")]);

        var partner = caller.Get($"MediaPartners/{id}");
        var program = ImpactCaller.Rows(partner, "Programs").Single();
        var contract = caller.Get($"Campaigns/{caller.Program}/Contracts/{program.GetProperty("ContractId").GetString()}");
        partner.GetProperty("PartnerType").GetString().Should().Be("DIRECT");
        partner.GetProperty("PartnerValues").GetProperty("Value1").GetString().Should().Be("4711");
        contract.GetProperty("Status").GetString().Should().Be("ACTIVE");
        contract.GetProperty("Id").GetString().Should().StartWith("S-");
        contract.GetProperty("TemplateTerms").GetProperty("TemplateId").GetString().Should().Be($"{caller.Brand.Templates[0].TemplateId}");
        caller.Get($"Campaigns/{caller.Program}/MediaPartnerGroups/{group}").ToString().Should().Contain(id);
        caller.Truth().Select(Kind).Should().Equal("partner.create", "contract.sign", "group.update");
    }

    [Fact]
    public void Names_every_missing_field_of_a_partner()
    {
        var error = caller.Write("POST", "MediaPartners", 400, ("Website", "no-scheme.example"), ("PrimaryPromotionalMethod", "MAGIC"), ("TemplateTermsId", "1"));

        var fields = error.GetProperty("Errors").EnumerateArray().Select(one => one.GetProperty("Field").GetString());
        fields.Should().BeEquivalentTo(
            "AccountName", "Website", "AddressLine1", "City", "PostalCode", "Country", "PhoneCountry", "PhoneNumber", "PrimaryPromotionalMethod",
            "Username", "FirstName", "LastName", "Password", "EmailAddress", "TemplateTermsId", "Currency");
        caller.Rail.Truth.Count.Should().Be(0);
    }

    [Fact]
    public void Makes_a_second_account_when_a_creation_is_sent_twice_unless_told_to_refuse()
    {
        using var strict = new ImpactCaller(new ImpactSettings { RefuseKnownEmail = true });

        caller.Create("MediaPartners", Partner()).Should().NotBe(caller.Create("MediaPartners", Partner()));

        strict.Create("MediaPartners", Partner());
        strict.Write("POST", "MediaPartners", 400, Partner()).ToString().Should().Contain("\"Field\":\"EmailAddress\"");
    }

    [Fact]
    public void Changes_the_three_values_of_a_partner_and_nothing_else()
    {
        var id = caller.Brand.Relationships[0].PartnerId;

        caller.Write("PUT", $"MediaPartners/{id}", 200, ("MPValue1", "4711"), ("MPValue2", ""), ("Name", "Other"));

        var partner = caller.Get($"MediaPartners/{id}");
        var entry = caller.Truth().Single();
        partner.GetProperty("PartnerValues").ToString().Should().Be("{\"Value1\":\"4711\",\"Value2\":\"\",\"Value3\":\"\"}");
        partner.GetProperty("Name").GetString().Should().Be(caller.Rail.Seed.Partners.Single(one => one.Id == id).Name);
        entry.GetProperty("before").GetProperty("value1").GetString().Should().Be($"legacy-{id}");
        caller.Write("PUT", "MediaPartners/1", 404, ("MPValue1", "x"));
        caller.Write("PUT", $"MediaPartners/{id}", 400, ("MPValue1", new string('x', 256))).ToString().Should().Contain("255");
    }

    [Fact]
    public void Makes_renames_fills_empties_and_deletes_groups()
    {
        var path = $"Campaigns/{caller.Program}/MediaPartnerGroups";
        var ids = caller.Brand.Relationships.Select(one => one.PartnerId).Take(3).ToList();

        var group = caller.Create(path, ("Name", "Wave 1"), ("MediaPartners", $"{ids[0]},{ids[1]}"));
        caller.Write("PUT", $"{path}/{group}", 200, ("Name", "Wave One"), ("MediaPartnersAdd", $"{ids[2]}"), ("MediaPartnersRemove", $"{ids[0]}"));
        var after = caller.Get($"{path}/{group}");
        var second = caller.Create(path, ("Name", "Wave One"));
        caller.Write("DELETE", $"{path}/{group}", 200).GetProperty("Status").GetString().Should().Be("DELETED");

        after.GetProperty("Name").GetString().Should().Be("Wave One");
        after.GetProperty("MediaPartners").EnumerateArray().Select(one => one.GetProperty("PartnerId").GetString()).Should().Equal($"{ids[1]}", $"{ids[2]}");
        second.Should().NotBe(group, because: "nothing keeps names apart");
        caller.Get($"{path}/{group}", 404);
        caller.Write("POST", path, 400, ("MediaPartners", "1,x")).ToString().Should()
            .Contain("Name is required").And.Contain("Partner 1 does not exist").And.Contain("comma-separated");
    }

    [Fact]
    public void Accepts_an_application_once()
    {
        var pending = caller.List($"Campaigns/{caller.Program}/Contracts?Status=PENDING", "Contracts")[0];
        var id = pending.GetProperty("Id").GetString()!;
        var path = $"Programs/{caller.Program}/Contracts";
        var body = $$"""{"contractId":"{{id}}","groupId":"{{caller.Brand.Groups[0].Id}}"}""";

        caller.WriteJson("POST", path, 200, body).GetProperty("Status").GetString().Should().Be("OK");

        var partner = caller.Get($"MediaPartners/{pending.GetProperty("PartnerId").GetString()}");
        ImpactCaller.Rows(partner, "Programs").Single().GetProperty("ContractId").GetString().Should().StartWith("S-");
        caller.List($"Campaigns/{caller.Program}/Contracts?Status=PENDING", "Contracts").Select(one => one.GetProperty("Id").GetString()).Should().NotContain(id);
        caller.WriteJson("POST", path, 409, body);
        caller.WriteJson("DELETE", path, 409, body);
        caller.Truth().Where(entry => !entry.TryGetProperty("cause", out _)).Select(Kind).Should().Equal("contract.accept");
    }

    [Fact]
    public void Declines_an_application_with_a_body_on_delete()
    {
        var pending = caller.Brand.Contracts.First(contract => contract.Status == "PENDING").Id;
        var path = $"Programs/{caller.Program}/Contracts";

        caller.WriteJson("DELETE", path, 200, $$"""{"contractId":"{{pending}}","reason":"Other"}""");

        caller.List($"Campaigns/{caller.Program}/Contracts?Status=DECLINED", "Contracts").Should().ContainSingle()
            .Which.GetProperty("Id").GetString().Should().Be(pending);
        caller.WriteJson("POST", path, 404, """{"contractId":"P-1"}""");
        caller.WriteJson("POST", path, 400, "{}").ToString().Should().Contain("contractId is required.");
        caller.WriteJson("POST", path, 400, """{"contractId":"nonsense"}""").ToString().Should().Contain("malformed");
        caller.WriteJson("POST", path, 400, "{").ToString().Should().Contain("not JSON");
        caller.WriteJson("POST", "Programs/1/Contracts", 404, """{"contractId":"P-1"}""");
        caller.WriteJson("POST", path, 409, $$"""{"contractId":"{{caller.Brand.Contracts[0].Id}}"}""");
    }

    [Fact]
    public void Makes_links_and_never_lists_them()
    {
        var partner = Joined();
        var path = $"Programs/{caller.Program}/TrackingLinks?MediaPartnerId={partner}";
        var before = caller.State().GetProperty("links").GetArrayLength();

        var plain = Url(caller.Write("POST", path, 200));
        var deep = Url(caller.Write("POST", path, 200, ("DeepLink", "https://shop.acme.example/a?b=1")));
        var again = Url(caller.Write("POST", path, 200, ("DeepLink", "https://shop.acme.example/a?b=1")));
        var vanity = Url(caller.Write("POST", path, 200, ("Type", "Vanity"), ("CustomPath", "summer-sale"), ("DeepLink", "https://acme.example/")));
        var random = Url(caller.Write("POST", path, 200, ("Type", "Vanity")));

        plain.Should().Be($"https://acme.sjv.example/c/{partner}/{caller.Brand.Programs[0].AdIds[0]}/{caller.Program}");
        deep.Should().Be($"{plain}?u=https%3A%2F%2Fshop.acme.example%2Fa%3Fb%3D1").And.Be(again);
        vanity.Should().Be("https://acme.sjv.example/summer-sale");
        random.Should().MatchRegex("^https://acme.sjv.example/[A-Za-z0-9]{7}$");
        caller.State().GetProperty("links").GetArrayLength().Should().Be(before + 5);
        caller.Truth().Select(Kind).Should().Equal(Enumerable.Repeat("link.create", 5));

        static string Url(JsonElement answer) => answer.GetProperty("TrackingURL").GetString()!;
    }

    [Fact]
    public void Refuses_links_that_lead_astray_collide_or_name_what_is_not_there()
    {
        using var small = new ImpactCaller(new ImpactSettings { VanityCeiling = 3 });
        var partner = Joined();
        var path = $"Programs/{caller.Program}/TrackingLinks?MediaPartnerId={partner}";
        var outsider = caller.Rail.Seed.Partners[^1].Id;

        caller.Write("POST", path, 400, ("DeepLink", "https://elsewhere.example/")).ToString().Should().Contain("permitted domain");
        caller.Write("POST", path, 400, ("Type", "Vanity"), ("CustomPath", "Welcome")).ToString().Should().Contain("already in use");
        caller.Write("POST", path, 400, ("Type", "Vanity"), ("CustomPath", "a/b")).ToString().Should().Contain("CustomPath may hold");
        caller.Write("POST", path, 400, ("Type", "Magic")).ToString().Should().Contain("Type must be one of");
        caller.Write("POST", $"Programs/{caller.Program}/TrackingLinks", 400).ToString().Should().Contain("MediaPartnerId is required.");
        caller.Write("POST", path, 403, ("AdId", "1")).GetProperty("error").GetString().Should().Be("Forbidden");
        caller.Write("POST", path, 403, ("MediaPartnerPropertyId", "1")).GetProperty("message").GetString().Should().Contain("property");
        caller.Write("POST", $"Programs/{caller.Program}/TrackingLinks?MediaPartnerId={outsider}", 403);
        small.Write("POST", path, 200, ("Type", "Vanity"), ("CustomPath", "a1"));
        small.Write("POST", path, 200, ("Type", "Vanity"), ("CustomPath", "a2"));
        small.Write("POST", path, 403, ("Type", "Vanity"), ("CustomPath", "a3")).GetProperty("message").GetString().Should().Contain("limit");
        caller.Rail.Truth.Count.Should().Be(0);
    }

    [Fact]
    public void Makes_two_codes_when_a_creation_is_sent_twice_and_expires_them_for_good()
    {
        var owner = Joined();
        (string, string)[] form = [("CampaignId", $"{caller.Program}"), ("AssignedPartnerId", $"{owner}"), ("CreditPolicy", "ALWAYS"), ("Code", "TEN"), ("Type", "LI")];

        var first = caller.Create("PromoCodes", form);
        var second = caller.Create("PromoCodes", form);
        caller.Write("DELETE", $"PromoCodes/{first}", 200);
        caller.Write("DELETE", $"PromoCodes/{first}", 200);

        second.Should().NotBe(first);
        caller.List("PromoCodes?Code=TEN", "PromoCodes").Select(code => code.GetProperty("State").GetString()).Should().Equal("INACTIVE", "ACTIVE");
        caller.Truth().Select(Kind).Should().Equal("code.create", "code.create", "code.expire");
        caller.Write("POST", "PromoCodes", 400, ("AssignedPartnerId", "1"), ("Type", "XX")).GetProperty("Errors").EnumerateArray()
            .Select(error => error.GetProperty("Field").GetString()).Should().BeEquivalentTo("AssignedPartnerId", "CampaignId", "CreditPolicy", "Code", "Type");
    }

    [Fact]
    public void Ends_a_code_by_its_date()
    {
        var end = caller.Time.GetUtcNow().AddDays(2);
        var id = caller.Create(
            "PromoCodes", ("CampaignId", $"{caller.Program}"), ("AssignedPartnerId", $"{Joined()}"), ("CreditPolicy", "WINNER"), ("Code", "SHORT"),
            ("Type", "LI"), ("EndDate", end.ToString("O")));

        var before = caller.Get($"PromoCodes/{id}").GetProperty("State").GetString();
        caller.Time.Advance(TimeSpan.FromDays(2));

        before.Should().Be("ACTIVE");
        caller.Get($"PromoCodes/{id}").GetProperty("State").GetString().Should().Be("INACTIVE");
    }

    [Fact]
    public void Makes_changes_and_deletes_deals_within_the_rules_of_their_type()
    {
        var id = caller.Create(
            "Deals", ("CampaignId", $"{caller.Program}"), ("Name", "Ten"), ("Scope", "ENTIRE_STORE"), ("Type", "GENERAL_SALE"),
            ("DiscountType", "PERCENT"), ("DiscountPercent", "10"), ("StartDate", caller.Time.GetUtcNow().AddDays(1).ToString("O")));

        caller.Get($"Deals/{id}").GetProperty("State").GetString().Should().Be("PENDING");
        caller.Write("PUT", $"Deals/{id}", 200, ("DiscountPercent", "12"), ("Description", "Now twelve"));
        caller.Get($"Deals/{id}").GetProperty("DiscountPercent").GetString().Should().Be("12");
        caller.Get($"Deals/{id}").GetProperty("Name").GetString().Should().Be("Ten");
        caller.Write("PUT", $"Deals/{id}", 400, ("DefaultPromoCode", "X")).ToString().Should().Contain("cannot be changed");
        caller.Write("POST", "Deals", 400, ("CampaignId", $"{caller.Program}"), ("Name", "Gift"), ("Scope", "CATEGORY"), ("Type", "GIFT_WITH_PURCHASE"))
            .GetProperty("Errors").EnumerateArray().Select(error => error.GetProperty("Field").GetString()).Should().Equal("Categories", "Gift");
        caller.Write("DELETE", $"Deals/{id}", 200).GetProperty("Status").GetString().Should().Be("DELETED");
        caller.Get($"Deals/{id}", 404);
        caller.Truth()[^1].GetProperty("before").GetProperty("DiscountPercent").GetString().Should().Be("12");
    }

    [Fact]
    public void Answers_faulty_conversions_in_their_own_shape_and_takes_none()
    {
        var faulty = caller.Write("POST", "Conversions", 400, ("CampaignId", $"{caller.Program}"));

        faulty.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString())
            .Should().Equal("EventDate", "OrderId", "EventTypeId", "ClickId");
        caller.Write("POST", "Conversions", 402, ("CampaignId", $"{caller.Program}"), ("EventDate", "2027-01-01T00:00:00Z"), ("OrderId", "1"), ("EventTypeId", "1"), ("ClickId", "1"));
        caller.Rail.Truth.Count.Should().Be(0);
    }

    public void Dispose() => caller.Dispose();

    private long Joined() => caller.Brand.Contracts.First(contract => contract.StatusAt(caller.Time.GetUtcNow()) == "ACTIVE").PartnerId;

    private (string, string)[] Partner() =>
    [
        ("AccountName", "Fjord Reviews"), ("Website", "https://fjord.example"), ("AddressLine1", "1 Way"), ("City", "Oslo"), ("PostalCode", "0150"),
        ("Country", "NORWAY"), ("PhoneCountry", "NO"), ("PhoneNumber", "21000000"), ("PrimaryPromotionalMethod", "CONTENT"), ("Username", "fjord"),
        ("FirstName", "Kari"), ("LastName", "Nordmann"), ("Password", "secret"), ("EmailAddress", "kari@fjord.example"),
        ("TemplateTermsId", $"{caller.Brand.Templates[0].TemplateId}"), ("Currency", "NOK"),
    ];

    private static string Kind(JsonElement entry) => entry.GetProperty("kind").GetString()!;
}
