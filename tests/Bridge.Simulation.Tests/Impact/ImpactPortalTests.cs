using System.Text.Json;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.Portal;

namespace Bridge.Simulation.Tests.Impact;

public sealed class ImpactPortalTests : IDisposable
{
    private const string Terms = """
        {"name":"Wave 1","currency":"USD","clickWindowDays":45,"lockingDays":"60","payoutDays":15,"labels":["wave"],
         "terms":[{"eventType":"Online Sale","payoutLevel":"ITEM","rate":7.5,"limits":[{"type":"ACTION","value":10,"period":"DAY"}]},
                  {"eventType":"SALE","rules":[{"variable":"ITEM_SKU","operator":"IS","values":["A1","A2"]}],"rate":"9"},
                  {"eventType":"Online Sale","tiers":[{"revenueThreshold":0,"rate":8},{"revenueThreshold":10000,"rate":9.25}]},
                  {"eventType":"Newsletter","eventCategory":"LEAD","payoutLevel":"ORDER","amount":2.5}],
         "scheduledTerms":[{"name":"Rush","startDate":"2027-02-01","endDate":"2027-02-08","terms":[{"eventType":"SALE","rate":20}]}],
         "monthlySlottingFee":100}
        """;

    private readonly ImpactCaller caller = new();

    private ImpactPortal Portal => caller.Rail.Portal;

    private long Template => caller.Brand.Templates[0].TemplateId;

    private string Contracts => $"Campaigns/{caller.Program}/Contracts";

    [Fact]
    public void Builds_terms_from_a_form_and_shows_them_in_the_first_contract()
    {
        var template = Control("POST", "/__portal/template-terms", Terms).GetProperty("templateId").GetString()!;
        var partner = Joined();
        Control("POST", "/__portal/contracts/switch", $$"""{"partnerId":"{{partner}}","templateId":"{{template}}","mode":"Replace"}""");

        var terms = caller.List($"{Contracts}?PartnerId={partner}", "Contracts").Single().GetProperty("TemplateTerms");

        var payouts = ImpactCaller.Rows(terms, "EventPayouts");
        var groups = ImpactCaller.Rows(payouts[0], "PayoutGroups");
        terms.GetProperty("TemplateId").GetString().Should().Be(template);
        terms.GetProperty("VersionId").GetString().Should().Be("000001");
        terms.GetProperty("MonthlySlottingFee").GetString().Should().Be("100.00");
        payouts.Select(payout => payout.GetProperty("EventTypeName").GetString()).Should().Equal("Online Sale", "Newsletter");
        payouts[0].GetProperty("DefaultPayoutRate").GetString().Should().Be("7.5");
        payouts[0].GetProperty("Locking").GetProperty("DayOffset").GetString().Should().Be("60");
        payouts[0].GetProperty("PayoutScheduling").GetProperty("DayOffset").GetString().Should().Be("15");
        ImpactCaller.Rows(payouts[0], "ValidReferrals").Single().GetProperty("Window").GetString().Should().Be("45");
        groups.Select(group => group.GetProperty("Rank").GetString()).Should().Equal("1", "2");
        ImpactCaller.Rows(groups[0], "Rules").Single().GetProperty("Values").EnumerateArray().Select(value => value.GetString()).Should().Equal("A1", "A2");
        ImpactCaller.Rows(groups[1], "Tiers").Select(tier => tier.GetProperty("PayoutRate").GetString()).Should().Equal("8", "9.25");
        payouts[1].GetProperty("DefaultPayout").GetString().Should().Be("2.50");
        payouts[1].GetProperty("EventCategory").GetString().Should().Be("LEAD");
        Portal.EventTypes.Select(type => type.Name).Should().Contain("Newsletter");
    }

    [Theory]
    [InlineData("{}", "name is required.")]
    [InlineData("""{"name":"x","currency":"USD"}""", "At least one term is required.")]
    [InlineData("""{"name":"x","currency":"USD","terms":[{"eventType":"SALE"}]}""", "A term of Online Sale has neither rate nor amount nor tiers.")]
    [InlineData("""{"name":"x","currency":"USD","terms":[{"eventType":"SALE","rate":"seven"}]}""", "rate must be a number, but is 'seven'.")]
    [InlineData("""{"name":"x","currency":"USD","terms":[{"eventType":"SALE","rate":1},{"eventType":"SALE","rate":2}]}""", "Online Sale has 2 default payouts; it can have one.")]
    [InlineData("{", "The body is not JSON")]
    public void Refuses_a_form_that_makes_no_sense(string form, string message) =>
        Control("POST", "/__portal/template-terms", form, 422).GetProperty("error").GetString().Should().StartWith(message);

    [Fact]
    public void Rolls_a_changed_template_out_to_those_who_signed_it()
    {
        var template = Control("POST", "/__portal/template-terms", Terms).GetProperty("templateId").GetString()!;
        var partner = Joined();
        Portal.SwitchContract(partner, long.Parse(template), SwitchMode.Replace);
        var before = caller.List($"{Contracts}?PartnerId={partner}", "Contracts").Single();

        Control("POST", $"/__portal/template-terms/{template}", Terms.Replace("\"rate\":7.5", "\"rate\":6.5"));

        var after = caller.List($"{Contracts}?PartnerId={partner}", "Contracts").Single();
        after.GetProperty("Id").GetString().Should().NotBe(before.GetProperty("Id").GetString());
        after.GetProperty("TemplateTerms").GetProperty("VersionId").GetString().Should().Be("000002");
        after.ToString().Should().Contain("\"DefaultPayoutRate\":\"6.5\"");
        caller.Get($"{Contracts}/{before.GetProperty("Id").GetString()}").GetProperty("Status").GetString().Should().Be("EXPIRED");
    }

    [Fact]
    public void Imports_partners_who_then_have_to_accept()
    {
        const string header = "AccountName,Website,AddressLine1,City,PostalCode,Country,PhoneCountry,PhoneNumber,PrimaryPromotionalMethod,FirstName,LastName,EmailAddress,Currency,MPValue1,Group\n";
        var csv = header
            + "\"Fjord, Reviews\",https://fjord.example,1 Way,Oslo,0150,NO,NO,210,CONTENT,Kari,Nordmann,kari@fjord.example,NOK,4711,Content\n"
            + "Bad,https://bad.example,,Oslo,0150,NO,NO,210,MAGIC,Kari,Nordmann,kari@bad.example,NOK,4712,Unknown\n";

        var result = Control("POST", $"/__portal/partner-import?templateId={Template}", csv);

        var rows = result.GetProperty("rows");
        var id = rows[0].GetProperty("partnerId").GetString()!;
        var pending = caller.List($"{Contracts}?Status=PENDING&PartnerId={id}", "Contracts").Single();
        rows[0].GetProperty("outcome").GetString().Should().Be("CREATED");
        rows[1].GetProperty("outcome").GetString().Should().Be("ERROR");
        rows[1].GetProperty("message").GetString().Should().Contain("AddressLine1").And.Contain("PrimaryPromotionalMethod").And.Contain("group");
        caller.Get($"MediaPartners/{id}").GetProperty("State").GetString().Should().Be("PENDING");
        caller.WriteJson("POST", $"Programs/{caller.Program}/Contracts", 400, $$"""{"contractId":"{{pending.GetProperty("Id").GetString()}}"}""")
            .ToString().Should().Contain("waits for the partner");

        Portal.Accept(Portal.OpenInvitations().Single().Id);

        var partner = caller.Get($"MediaPartners/{id}");
        partner.GetProperty("State").GetString().Should().Be("ACTIVE");
        partner.GetProperty("PartnerValues").GetProperty("Value1").GetString().Should().Be("4711");
        ImpactCaller.Rows(partner, "Programs").Single().GetProperty("ContractId").GetString().Should().StartWith("S-");
        caller.List($"MediaPartners?GroupId={caller.Brand.Groups[0].Id}", "Partners").Select(one => one.GetProperty("Id").GetString()).Should().Contain(id);
    }

    [Fact]
    public void Makes_second_accounts_of_a_file_that_is_uploaded_twice()
    {
        using var lenient = new ImpactCaller(new ImpactSettings { PartnerImportRequired = ["AccountName", "EmailAddress"] });
        var csv = "AccountName,EmailAddress,TemplateTermsId\nA,a@a.example," + lenient.Brand.Templates[0].TemplateId + "\n";

        var first = lenient.Rail.Portal.ImportPartners(csv, null).Rows.Single();
        var second = lenient.Rail.Portal.ImportPartners(csv, null).Rows.Single();

        (first.Outcome, second.Outcome).Should().Be(("CREATED", "CREATED"));
        second.PartnerId.Should().NotBe(first.PartnerId);
    }

    [Fact]
    public void Imports_prospects_row_by_row_and_finds_the_accounts_they_have()
    {
        var outside = caller.Rail.Seed.Partners[^1];
        var byWebsite = caller.Rail.Seed.Partners[^2];
        var joined = caller.Rail.Seed.Partners.Single(one => one.Id == Joined());
        var csv = $"""
            Name,Website,Email,FirstName,LastName,Group,TemplateTermsId,MPValue1,MPValue2,MPValue3
            By mail,,{outside.PrimaryContact!.Email.ToUpperInvariant()},,,Content,{Template},s1,,
            By site,http://{byWebsite.Properties[0].Url[8..]}/path,new@site.example,,,,{Template},s2,,
            New one,https://brand-new.example,kim@brand-new.example,Kim,New,Content,{Template},s3,x,y
            New one,https://brand-new.example,kim@brand-new.example,Kim,New,Top Partners,{Template},s3,x,y
            Joined,,{joined.PrimaryContact!.Email},,,,{Template},s4,,
            No group,,a@no-group.example,,,Nowhere,{Template},,,
            No terms,,a@no-terms.example,,,,1,,,
            """;
        var import = Control("POST", "/__portal/prospect-import", csv, 202).GetProperty("id").GetString()!;

        caller.Time.Advance(TimeSpan.FromSeconds(9));
        var early = Portal.Import(import);
        caller.Time.Advance(TimeSpan.FromSeconds(20));
        var rows = Control("GET", $"/__portal/imports/{import}", null).GetProperty("rows").EnumerateArray().ToList();

        early.Rows.Should().HaveCount(2);
        early.IsFinished.Should().BeFalse();
        rows.Select(row => row.GetProperty("outcome").GetString())
            .Should().Equal("PROPOSED", "PROPOSED", "INVITED", "GROUP_ADDED", "JOINED", "ERROR", "ERROR");
        rows[0].GetProperty("partnerId").GetString().Should().Be($"{outside.Id}");
        rows[1].GetProperty("partnerId").GetString().Should().Be($"{byWebsite.Id}");
        caller.Get($"MediaPartners/{joined.Id}").GetProperty("PartnerValues").GetProperty("Value1").GetString().Should().Be("s4");
        Portal.OpenInvitations().Should().HaveCount(3);

        foreach (var invitation in Portal.OpenInvitations())
            Portal.Accept(invitation.Id);

        var partners = caller.List($"MediaPartners?CampaignId={caller.Program}", "Partners");
        var made = partners.Single(one => one.GetProperty("PartnerValues").GetProperty("Value1").GetString() == "s3");
        var groups = caller.List($"Campaigns/{caller.Program}/MediaPartnerGroups", "Groups")
            .Where(group => ImpactCaller.Rows(group, "MediaPartners").Any(member => member.GetProperty("PartnerId").GetString() == made.GetProperty("Id").GetString()));
        partners.Should().Contain(one => one.GetProperty("Id").GetString() == $"{outside.Id}");
        made.GetProperty("Name").GetString().Should().Be("New one");
        made.GetProperty("PartnerType").GetString().Should().Be("MARKETPLACE");
        groups.Select(group => group.GetProperty("Name").GetString()).Should().Equal("Content", "Top Partners");
    }

    [Fact]
    public void Changes_nothing_in_a_dry_run_of_prospects()
    {
        var csv = $"Name,Email,TemplateTermsId\nNew,kim@brand-new.example,{Template}\n";

        var import = Portal.ImportProspects(csv, dryRun: true);
        caller.Time.Advance(TimeSpan.FromSeconds(4));

        Portal.Import(import).Rows.Single().Outcome.Should().Be("INVITED");
        Portal.OpenInvitations().Should().BeEmpty();
        caller.Rail.Truth.Count.Should().Be(0);
    }

    [Fact]
    public void Asks_the_busiest_of_several_accounts_with_one_address()
    {
        using var crowded = new ImpactCaller(change: seed =>
        {
            var twin = seed.Partners[^1] with { Id = 3_000_001, Activity = 500 };
            return seed with { Partners = [.. seed.Partners, twin] };
        });
        var email = crowded.Rail.Seed.Partners[^1].PrimaryContact!.Email;

        var row = crowded.Rail.Portal.Invite(new ProspectRow { Name = "x", Email = email, TemplateId = crowded.Brand.Templates[0].TemplateId });

        row.Should().Be(new ImportRow(0, "PROPOSED", 3_000_001));
    }

    [Fact]
    public void Keeps_the_old_contract_when_a_proposal_is_refused_and_ends_it_when_accepted()
    {
        var partner = Joined();
        var other = caller.Brand.Templates[2].TemplateId;
        var old = Active(partner);

        var proposal = Portal.SwitchContract(partner, other, SwitchMode.Propose);
        var second = () => Portal.SwitchContract(partner, other, SwitchMode.Replace);
        second.Should().Throw<PortalException>().WithMessage("A change is already pending for this partner.");
        Portal.Refuse(Portal.OpenInvitations().Single().Id);
        var refused = Active(partner);
        Portal.SwitchContract(partner, other, SwitchMode.Propose);
        Portal.Accept(Portal.OpenInvitations().Single().Id);

        refused.Should().Be(old);
        Active(partner).Should().NotBe(old);
        caller.Get($"{Contracts}/{proposal}").GetProperty("Status").GetString().Should().Be("DECLINED");
        caller.Get($"{Contracts}/{old}").GetProperty("Status").GetString().Should().Be("EXPIRED");
    }

    [Fact]
    public void Starts_a_replacement_after_the_notification_and_can_withdraw_it_until_then()
    {
        using var patient = new ImpactCaller(new ImpactSettings { ChangeNotification = TimeSpan.FromDays(7) });
        var partner = patient.Brand.Contracts.First(contract => contract.StatusAt(patient.Time.GetUtcNow()) == "ACTIVE");
        var template = patient.Brand.Templates[2].TemplateId;

        var withdrawn = patient.Rail.Portal.SwitchContract(partner.PartnerId, template, SwitchMode.Replace);
        patient.Rail.Portal.WithdrawChange(partner.PartnerId);
        var next = patient.Rail.Portal.SwitchContract(partner.PartnerId, template, SwitchMode.Replace);
        string Status(string id) => patient.Get($"Campaigns/{patient.Program}/Contracts/{id}").GetProperty("Status").GetString()!;
        var early = (Status(partner.Id), Status(next), Status(withdrawn));
        patient.Time.Advance(TimeSpan.FromDays(7));

        early.Should().Be(("ACTIVE", "UPCOMING", "DECLINED"));
        (Status(partner.Id), Status(next)).Should().Be(("EXPIRED", "ACTIVE"));
    }

    [Fact]
    public void Ends_a_contract_with_the_accounts_day()
    {
        var contract = caller.Brand.Contracts.First(one => one.StatusAt(caller.Time.GetUtcNow()) == "ACTIVE");

        Portal.ExpireContract(contract.Id);

        var ended = caller.Get($"{Contracts}/{contract.Id}");
        ended.GetProperty("Status").GetString().Should().Be("ACTIVE");
        ended.GetProperty("EndDate").GetString().Should().EndWith("T23:59:59-08:00");
        caller.Time.Advance(TimeSpan.FromDays(1));
        caller.Get($"{Contracts}/{contract.Id}").GetProperty("Status").GetString().Should().Be("EXPIRED");
        ((Action)(() => Portal.ExpireContract(contract.Id))).Should().Throw<PortalException>();
    }

    [Fact]
    public void Takes_applications_that_the_brand_decides()
    {
        var applicant = caller.Rail.Seed.Partners[^1];

        var id = Control("POST", "/__portal/applications", $$"""{"partnerId":{{applicant.Id}}}""").GetProperty("contractId").GetString()!;
        var masked = caller.Get($"MediaPartners/{applicant.Id}");
        caller.WriteJson("POST", $"Programs/{caller.Program}/Contracts", 200, $$"""{"contractId":"{{id}}"}""");

        id.Should().StartWith("P-");
        ImpactCaller.Rows(masked, "Contacts")[0].GetProperty("Email").GetString().Should().EndWith("*****@*****");
        ImpactCaller.Rows(caller.Get($"MediaPartners/{applicant.Id}"), "Contacts")[0].GetProperty("Email").GetString().Should().Be(applicant.Contacts[0].Email);
    }

    [Fact]
    public void Permits_hosts_activates_programs_and_spends_the_budget_of_others()
    {
        using var setup = new ImpactCaller(change: seed => seed.WithBrand(brand => brand with
        {
            Programs = [brand.Programs[0] with { State = "SETUP" }, .. brand.Programs.Skip(1)],
        }));
        setup.Send("POST", "/__portal/permitted-hosts", new StringContent("""{"host":"more.example"}"""));
        setup.Send("POST", "/__portal/activate");
        setup.Send("POST", "/__portal/external-load", new StringContent("""{"requests":990}"""));

        using var response = setup.Send("GET", $"{setup.Account}/Campaigns/{setup.Program}");

        var program = JsonDocument.Parse(response.Content.ReadAsStream()).RootElement;
        program.GetProperty("State").GetString().Should().Be("ACTIVE");
        program.GetProperty("GatewayTrackingSettings").GetProperty("DeepLinkDomains").GetString().Should().Be("acme.example,*.acme.example,more.example");
        response.Headers.GetValues("X-RateLimit-Remaining").Should().Equal("9");
        setup.Rail.Requests.Count.Should().Be(1, because: "control calls are not in the log");
    }

    [Fact]
    public void Injects_faults_that_another_process_sends()
    {
        Control("POST", "/__portal/faults", """{"action":"RefuseBeforeProcessing","kind":"program.list","ordinal":2,"times":"always","status":502}""");
        var before = caller.Get("Campaigns");
        var refused = caller.Get("Campaigns", 502);
        Control("POST", "/__portal/faults/clear", "{}");

        before.TryGetProperty("Campaigns", out _).Should().BeTrue();
        refused.GetProperty("error").GetString().Should().Be("Bad Gateway");
        caller.Get("Campaigns");
        Control("POST", "/__portal/faults", """{"action":"magic"}""", 422).GetProperty("error").GetString().Should().Contain("AppliedLost");
        Control("POST", "/__portal/nonsense", "{}", 404);
    }

    public void Dispose() => caller.Dispose();

    private JsonElement Control(string verb, string path, string? body, int status = 200)
    {
        using var response = caller.Send(verb, path, body is null ? null : new StringContent(body));
        using var stream = response.Content.ReadAsStream();
        var json = JsonDocument.Parse(stream).RootElement;
        ((int)response.StatusCode).Should().Be(status, because: json.ToString());
        return json;
    }

    private long Joined() => caller.Brand.Contracts.First(contract => contract.StatusAt(caller.Time.GetUtcNow()) == "ACTIVE").PartnerId;

    private string Active(long partner) => caller.List($"{Contracts}?PartnerId={partner}", "Contracts").Single().GetProperty("Id").GetString()!;
}
