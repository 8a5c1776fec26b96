using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Model.Money;
using Bridge.Model.Partners;
using Bridge.Model.Promotions;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Reading;
using Bridge.Rails.Abstractions.Writing;
using Bridge.Rails.Conformance;
using Bridge.Rails.Impact.Writing;

namespace Bridge.Rails.Tests.Impact;

/// <summary>What leaves for impact.com, and what is made of its answers (sheet, section 6).</summary>
public sealed class ImpactWritingTests : IDisposable
{
    private const string Prefix = ScriptedImpact.Prefix;
    private readonly ScriptedImpact network = new();

    public void Dispose() => network.Dispose();

    [Fact]
    public void Every_call_asks_for_version_14_and_JSON_with_SID_and_token()
    {
        network.On(Prefix + "/Campaigns/1000", """{"Id":"1000","Name":"Acme","State":"ACTIVE"}""");

        network.Run(rail => rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None));

        var request = network.Requests.Single();
        request.Headers["IR-Version"].Should().Be("14");
        request.Headers["Accept"].Should().Be("application/json");
        request.Credential.Should().Be("IRacme:read-token-of-acme");
    }

    [Fact]
    public void A_write_token_goes_with_writes_alone()
    {
        network.Settings["writeToken"] = "env:WRITE";
        network.On(Prefix + "/Campaigns/1000", """{"Id":"1000","State":"ACTIVE"}""")
            .On(Prefix + "/Campaigns/1000/MediaPartnerGroups", """{"Status":"OK","Uri":"/Advertisers/IRacme/Campaigns/1000/MediaPartnerGroups/77"}""");

        network.Run(async rail =>
        {
            await rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None);
            await rail.Port<IPartnerGroupWriter>()!.CreateAsync(new("Wave 1"), await rail.ContextAsync(), CancellationToken.None);
        });

        network.Requests.Select(request => request.Credential).Should().Equal("IRacme:read-token-of-acme", "IRacme:write-token-of-acme");
    }

    [Fact]
    public void An_agency_goes_through_its_own_path_with_its_own_SID()
    {
        network.Settings["accountSid"] = null;
        network.Settings["agencySid"] = "IRagency";
        network.Settings["advertiserId"] = "1048291";
        network.On("/Agencies/IRagency/Advertisers/1048291/Campaigns/1000", """{"Id":"1000","State":"ACTIVE"}""");

        network.Run(async rail => (await rail.Port<IProgramReader>()!.ReadProgramAsync(CancellationToken.None)).AccountId.Should().Be("1048291"));

        network.Requests.Single().Credential.Should().Be("IRagency:read-token-of-acme");
    }

    [Fact]
    public void A_partner_is_made_with_every_required_parameter_and_a_password_that_nobody_keeps()
    {
        network.On(Prefix + "/MediaPartners", """{"Status":"OK","Uri":"/Advertisers/IRacme/MediaPartners/2552999"}""");
        WriteReceipt? receipt = null;

        network.Run(async rail => receipt = await rail.Port<IPartnerWriter>()!.CreateAsync(Partner(), await rail.ContextAsync(), CancellationToken.None));

        var request = network.Requests.Single();
        request.ContentType.Should().Be("application/x-www-form-urlencoded");
        request.Form.Where(pair => pair.Key != "Password").Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["AccountName"] = "Fjord Reviews",
            ["Website"] = "https://www.fjord-reviews.example",
            ["AddressLine1"] = "Hafenweg 11",
            ["City"] = "Berlin 1",
            ["PostalCode"] = "10111",
            ["Country"] = "GERMANY",
            ["PhoneCountry"] = "DE",
            ["PhoneNumber"] = "+49 30 1234561",
            ["PrimaryPromotionalMethod"] = "CONTENT",
            ["Username"] = "bridge.1000.4711",
            ["FirstName"] = "Ingrid 1",
            ["LastName"] = "Dahl 1",
            ["EmailAddress"] = "ingrid1@fjord-reviews.example",
            ["TemplateTermsId"] = "98001",
            ["Currency"] = "EUR",
            ["MPGroupIDs"] = "9,10",
            ["MPValue1"] = "4711",
            ["MPValue2"] = "aB*3xYz-q_1",
        });
        request.Form["Password"].Should().HaveLength(24);
        receipt!.NativeId.Should().Be("2552999");
    }

    [Fact]
    public void A_partner_that_lacks_required_facts_is_refused_for_all_of_them_before_anything_leaves()
    {
        var draft = new PartnerDraft { Name = "Fjord Reviews", References = [new ExternalReference("rakuten.sid", "4711")] };
        RailRejectedException? error = null;

        network.Run(async rail =>
        {
            var context = await rail.ContextAsync();
            var write = () => rail.Port<IPartnerWriter>()!.CreateAsync(draft, context, CancellationToken.None);
            error = (await write.Should().ThrowAsync<RailRejectedException>()).Which;
        });

        error!.FieldErrors.Select(one => one.Field).Should().BeEquivalentTo(
            "Website", "Country", "PhoneCountry", "PrimaryPromotionalMethod", "TemplateTermsId", "Currency", "AddressLine1", "City", "PostalCode",
            "PhoneNumber", "FirstName", "LastName", "EmailAddress", "rakuten.sid");
        network.Requests.Should().BeEmpty();
    }

    [Fact]
    public void A_partner_whose_values_were_erased_is_refused_before_anything_leaves()
    {
        var draft = Partner();
        RailRejectedException? error = null;

        network.Run(async rail =>
        {
            await network.Vault.EraseAsync("acme-rakuten/4711", CancellationToken.None);
            var context = await rail.ContextAsync();
            var write = () => rail.Port<IPartnerWriter>()!.CreateAsync(draft, context, CancellationToken.None);
            error = (await write.Should().ThrowAsync<RailRejectedException>()).Which;
        });

        error!.FieldErrors.Should().Contain(one => one.Field == "EmailAddress" && one.Message.Contains("erased"));
        network.Requests.Should().BeEmpty();
    }

    [Fact]
    public void An_amendment_sends_the_values_that_change_and_empties_those_that_go()
    {
        network.On(Prefix + "/MediaPartners/5", """{"Status":"OK","Uri":"/Advertisers/IRacme/MediaPartners/5"}""");
        var amendment = new PartnerAmendment
        {
            Partner = TargetRef.Known("5"),
            Before = [new ExternalReference("impact.value1", "old"), new ExternalReference("impact.value3", "x")],
            After = [new ExternalReference("impact.value1", "4711"), new ExternalReference("impact.value2", "aB*3")],
        };

        network.Run(async rail => await rail.Port<IPartnerWriter>()!.AmendAsync(amendment, await rail.ContextAsync(), CancellationToken.None));

        network.Requests.Single().Verb.Should().Be("PUT");
        network.Requests.Single().Form.Should().BeEquivalentTo(new Dictionary<string, string> { ["MPValue1"] = "4711", ["MPValue2"] = "aB*3", ["MPValue3"] = "" });
    }

    [Fact]
    public void A_link_has_the_partner_in_the_query_the_rest_in_the_form_and_sub_ids_behind_the_answer()
    {
        network.On(Prefix + "/Programs/1000/TrackingLinks", """{"TrackingURL":"https://acme.sjv.io/c/5/9/1000"}""");
        var draft = new TrackingLinkDraft
        {
            Partner = TargetRef.Known("5"),
            Kind = LinkKind.Vanity,
            VanityPath = "fjord",
            Destination = "https://www.acme.com/a?b=c",
            SubIds = [new SubId("subId1", "u 1&2"), new SubId("sharedId", "x")],
        };
        WriteReceipt? receipt = null;

        network.Run(async rail => receipt = await rail.Port<ITrackingLinkWriter>()!.CreateAsync(draft, await rail.ContextAsync(), CancellationToken.None));

        network.Requests.Single().Target.Should().Be(Prefix + "/Programs/1000/TrackingLinks?MediaPartnerId=5");
        network.Requests.Single().Form.Should().BeEquivalentTo(new Dictionary<string, string> { ["Type"] = "Vanity", ["CustomPath"] = "fjord", ["DeepLink"] = "https://www.acme.com/a?b=c" });
        receipt.Should().BeEquivalentTo(new { NativeId = (string?)null, Url = "https://acme.sjv.io/c/5/9/1000?subId1=u%201%262&sharedId=x" });
    }

    [Theory]
    [InlineData("https://a.example/x", "https://a.example/x?s=1")]
    [InlineData("https://a.example/x?", "https://a.example/x?s=1")]
    [InlineData("https://a.example/x?u=2", "https://a.example/x?u=2&s=1")]
    [InlineData("https://a.example/x?u=2#top", "https://a.example/x?u=2&s=1#top")]
    public void Sub_ids_go_behind_what_the_url_has(string url, string expected) =>
        ImpactTrackingLinkWriter.WithSubIds(url, [new SubId("s", "1")]).Should().Be(expected);

    [Fact]
    public void A_sub_id_that_is_too_long_is_refused_before_anything_leaves()
    {
        var draft = new TrackingLinkDraft { Partner = TargetRef.Known("5"), Kind = LinkKind.Regular, SubIds = [new SubId("subId1", new string('x', 256))] };

        network.Run(async rail =>
        {
            var context = await rail.ContextAsync();
            var write = () => rail.Port<ITrackingLinkWriter>()!.CreateAsync(draft, context, CancellationToken.None);
            (await write.Should().ThrowAsync<RailRejectedException>()).Which.FieldErrors.Single().Field.Should().Be("subId1");
        });

        network.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData(true, "POST", """{"contractId":"P-25070000","groupId":"9,10"}""")]
    [InlineData(false, "DELETE", """{"contractId":"P-25070000","groupId":"9,10","reason":"Incompatible content"}""")]
    public void A_decision_is_JSON_in_both_directions_and_a_decline_is_a_DELETE_with_a_body(bool accept, string verb, string body)
    {
        network.On(Prefix + "/Programs/1000/Contracts", """{"Status":"OK"}""");
        var decision = new ApplicationDecision
        {
            Application = new ContractId("P-25070000"),
            Partner = TargetRef.Known("5"),
            Accept = accept,
            Groups = [TargetRef.Known("9"), TargetRef.Known("10")],
            Reason = "Incompatible content",
        };

        network.Run(async rail => await rail.Port<IApplicationWriter>()!.DecideAsync(decision, await rail.ContextAsync(), CancellationToken.None));

        var request = network.Requests.Single();
        (request.Verb, request.ContentType, request.Body).Should().Be((verb, "application/json", body));
    }

    [Fact]
    public void Codes_deals_and_groups_are_forms()
    {
        network.On(Prefix + "/PromoCodes", """{"Status":"OK","Uri":"/Advertisers/IRacme/PromoCodes/7"}""")
            .On(Prefix + "/Deals", """{"Status":"OK","Uri":"/Advertisers/IRacme/Deals/00003"}""")
            .On(Prefix + "/Campaigns/1000/MediaPartnerGroups/9", """{"Status":"OK"}""");
        var start = new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.FromHours(1));
        var receipts = new List<WriteReceipt>();

        network.Run(async rail =>
        {
            receipts.Add(await rail.Port<IPromoCodeWriter>()!.CreateAsync(new() { Code = "A&B 10%", Owner = TargetRef.Known("5"), CreditPolicy = "ALWAYS", StartsAt = start, Deal = TargetRef.Known("3") }, await rail.ContextAsync(), CancellationToken.None));
            receipts.Add(await rail.Port<IDealWriter>()!.CreateAsync(new() { Name = "Five off", Discount = new Discount { Kind = DiscountKind.Fixed, Amount = new Money(5.50m, Currency.Parse("USD")) } }, await rail.ContextAsync(), CancellationToken.None));
            receipts.Add(await rail.Port<IPartnerGroupWriter>()!.AddMembersAsync(new() { Group = TargetRef.Known("9"), GroupName = "x", Partners = [TargetRef.Known("5"), TargetRef.Known("6")] }, await rail.ContextAsync(), CancellationToken.None));
        });

        network.Requests[0].Form.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["AssignedPartnerId"] = "5",
            ["CampaignId"] = "1000",
            ["CreditPolicy"] = "ALWAYS",
            ["Code"] = "A&B 10%",
            ["Type"] = "LI",
            ["StartDate"] = "2027-02-01T00:00:00+01:00",
            ["DealId"] = "3",
        });
        network.Requests[1].Form.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["CampaignId"] = "1000",
            ["Name"] = "Five off",
            ["Scope"] = "ENTIRE_STORE",
            ["Type"] = "GENERAL_SALE",
            ["DiscountType"] = "FIXED",
            ["DiscountAmount"] = "5.5",
            ["DiscountCurrency"] = "USD",
        });
        network.Requests[2].Form.Should().BeEquivalentTo(new Dictionary<string, string> { ["MediaPartnersAdd"] = "5,6" });
        receipts.Select(receipt => receipt.NativeId).Should().Equal("7", "00003", "9");
    }

    [Theory]
    [InlineData("""{"Status":"OK"}""")]
    [InlineData("""{"Status":"OK","Uri":""}""")]
    [InlineData("""{"Status":"OK","Uri":"/Advertisers/IRacme/PromoCodes/"}""")]
    [InlineData("""{"Status":"ERROR","Message":"Something","Uri":"/Advertisers/IRacme/PromoCodes/7"}""")]
    [InlineData("""{"Uri":"/Advertisers/IRacme/PromoCodes/7"}""")]
    [InlineData("""["OK"]""")]
    public void A_creation_that_does_not_say_what_it_made_is_unclear(string body)
    {
        network.On(Prefix + "/PromoCodes", body);

        network.Run(async rail =>
        {
            var context = await rail.ContextAsync();
            var write = () => rail.Port<IPromoCodeWriter>()!.CreateAsync(new() { Code = "A", Owner = TargetRef.Known("5"), CreditPolicy = "ALWAYS" }, context, CancellationToken.None);
            await write.Should().ThrowAsync<RailOutcomeUnknownException>();
        });

        network.Requests.Should().ContainSingle();
    }

    [Fact]
    public void A_user_name_is_the_same_in_every_attempt_and_holds_nothing_personal()
    {
        var byKey = Partner();
        var byOddKey = byKey with { References = [new ExternalReference("impact.value1", "aB*3xYz-q_1")] };
        var byName = byKey with { References = [] };

        PartnerAccount.UserName("1000", byKey).Should().Be("bridge.1000.4711");
        PartnerAccount.UserName("1000", byOddKey).Should().MatchRegex("^bridge\\.1000\\.[0-9a-f]{20}$").And.Be(PartnerAccount.UserName("1000", byOddKey));
        PartnerAccount.UserName("1000", byName).Should().MatchRegex("^bridge\\.1000\\.[0-9a-f]{20}$").And.NotBe(PartnerAccount.UserName("1000", byOddKey));
    }

    [Fact]
    public void Passwords_are_strong_and_never_the_same()
    {
        var passwords = Enumerable.Range(0, 100).Select(_ => PartnerAccount.Password()).ToList();

        passwords.Should().OnlyHaveUniqueItems().And.OnlyContain(password =>
            password.Length == 24 && password.Any(char.IsAsciiLetterLower) && password.Any(char.IsAsciiLetterUpper) && password.Any(char.IsAsciiDigit) && password.Any(letter => !char.IsAsciiLetterOrDigit(letter)));
    }

    private PartnerDraft Partner() => TwinDrafts.Partner(network.Vault, "98001") with { Groups = [TargetRef.Known("9"), TargetRef.Known("10")] };
}
