using System.Text.Json;
using Bridge.Simulation.Impact;
using Bridge.Simulation.Impact.Seeding;

namespace Bridge.Simulation.Tests.Impact;

public sealed class ImpactReadTests : IDisposable
{
    private readonly ImpactCaller caller = new();

    [Fact]
    public void Pages_with_strings_and_links_to_every_neighbour()
    {
        var first = caller.Get("MediaPartners?State=ACTIVE&PageSize=10");
        var second = caller.Get(first.GetProperty("@nextpageuri").GetString()!);
        var last = caller.Get(first.GetProperty("@lastpageuri").GetString()!);

        Values(first).Should().Be("1/3/10/24/0/9");
        Values(second).Should().Be("2/3/10/24/10/19");
        Values(last).Should().Be("3/3/10/24/20/23");
        first.GetProperty("@previouspageuri").GetString().Should().BeEmpty();
        second.GetProperty("@uri").GetString().Should().Be($"{caller.Account}/MediaPartners?State=ACTIVE&PageSize=10&Page=2");
        last.GetProperty("@nextpageuri").GetString().Should().BeEmpty();
        new[] { first, second, last }.SelectMany(page => page.GetProperty("Partners").EnumerateArray())
            .Select(partner => partner.GetProperty("Id").GetString()).Distinct().Should().HaveCount(24);

        static string Values(JsonElement page) => string.Join('/', ((string[])["page", "numpages", "pagesize", "total", "start", "end"])
            .Select(name => page.GetProperty("@" + name).GetString()));
    }

    [Fact]
    public void Lists_a_page_beyond_the_end_as_empty_and_refuses_page_zero()
    {
        caller.List("MediaPartners?Page=9", "Partners").Should().BeEmpty();
        caller.Get("MediaPartners?Page=0", 400).GetProperty("Errors").ToString().Should().Contain("Page must be at least 1.");
    }

    [Theory]
    [InlineData(EmptyListStyle.EmptyArray, "[]")]
    [InlineData(EmptyListStyle.MissingKey, null)]
    [InlineData(EmptyListStyle.NullBody, null)]
    public void Shows_an_empty_list_as_its_setting_says(EmptyListStyle style, string? array)
    {
        using var other = new ImpactCaller(new ImpactSettings { EmptyList = style });

        var page = other.Get("Deals?State=PENDING");

        page.ValueKind.Should().Be(style == EmptyListStyle.NullBody ? JsonValueKind.Null : JsonValueKind.Object);
        if (page.ValueKind == JsonValueKind.Object)
            (page.TryGetProperty("Deals", out var deals) ? deals.ToString() : null).Should().Be(array);
    }

    [Fact]
    public void Names_the_partner_list_by_its_setting()
    {
        using var other = new ImpactCaller(new ImpactSettings { PartnerListKey = "MediaPartners" });

        other.List("MediaPartners", "MediaPartners").Should().HaveCount(24);
    }

    [Fact]
    public void Writes_numbers_as_strings_and_missing_values_as_empty_strings()
    {
        var contract = caller.List($"Campaigns/{caller.Program}/Contracts?Status=PENDING", "Contracts")[0];
        var terms = contract.GetProperty("TemplateTerms");

        contract.GetProperty("PartnerId").ValueKind.Should().Be(JsonValueKind.String);
        contract.GetProperty("EndDate").GetString().Should().BeEmpty();
        terms.GetProperty("VersionId").GetString().Should().Be("000006");
        terms.ToString().Should().Contain("\"DefaultPayoutRate\":\"10\"").And.Contain("\"DefaultPayout\":\"\"");
    }

    [Fact]
    public void Writes_native_numbers_where_asked()
    {
        using var other = new ImpactCaller(new ImpactSettings { ValueTyping = ValueTyping.Native });

        var contract = other.List($"Campaigns/{other.Program}/Contracts?Status=PENDING", "Contracts")[0];

        contract.GetProperty("PartnerId").ValueKind.Should().Be(JsonValueKind.Number);
        contract.GetProperty("HasCampaignTerms").ValueKind.Should().Be(JsonValueKind.False);
        contract.GetProperty("EndDate").GetString().Should().BeEmpty();
    }

    [Fact]
    public void Gives_some_single_children_bare_and_the_same_ones_every_time()
    {
        var partners = caller.List("MediaPartners", "Partners");
        var again = caller.List("MediaPartners", "Partners");
        var kinds = partners.Select(partner => partner.GetProperty("Contacts").ValueKind).ToList();

        kinds.Should().Contain(JsonValueKind.Object).And.Contain(JsonValueKind.Array);
        again.Select(partner => partner.GetRawText()).Should().Equal(partners.Select(partner => partner.GetRawText()));
    }

    [Fact]
    public void Filters_partners()
    {
        var all = caller.List("MediaPartners", "Partners");
        var two = all.Take(2).Select(Id).ToList();
        var group = caller.Brand.Groups[2];
        var joined = caller.List($"MediaPartners?CampaignId={caller.Program}", "Partners");
        var inactive = caller.List("MediaPartners?RelationshipState=INACTIVE", "Partners");
        var updated = all.Select(partner => partner.GetProperty("DateLastUpdated").GetDateTimeOffset()).Order().ToList();
        var since = Uri.EscapeDataString(updated[11].ToString("O"));

        caller.List($"MediaPartners?Id={string.Join(',', two)}", "Partners").Select(Id).Should().Equal(two);
        caller.List($"MediaPartners?GroupId={group.Id}", "Partners").Should().HaveCount(group.Members.Count);
        joined.Should().OnlyContain(partner => ImpactCaller.Rows(partner, "Programs").Any());
        inactive.Should().OnlyContain(partner => !ImpactCaller.Rows(partner, "Programs").Any());
        (joined.Count + inactive.Count).Should().Be(24);
        caller.List($"MediaPartners?startDate={since}", "Partners").Should().HaveCount(12);
        caller.List($"MediaPartners?endDate={since}", "Partners").Should().HaveCount(11);
        caller.Get("MediaPartners?State=NONSENSE", 400).ToString().Should().Contain("State must be one of");
    }

    [Fact]
    public void Hides_marketplace_accounts_that_never_met_the_brand_and_masks_applicants()
    {
        var ids = caller.List("MediaPartners", "Partners").Select(Id).ToHashSet();
        var applicant = caller.List($"Campaigns/{caller.Program}/Contracts?Status=PENDING", "Contracts")
            .Select(contract => contract.GetProperty("PartnerId").GetString()!)
            .First(id => caller.Rail.Seed.Partners.Single(partner => $"{partner.Id}" == id).PartnerType == "MARKETPLACE");

        caller.Rail.Seed.Partners.Should().HaveCountGreaterThan(ids.Count);
        ImpactCaller.Rows(caller.Get($"MediaPartners/{applicant}"), "Contacts").Should().OnlyContain(contact => contact.GetProperty("Email").GetString()!.EndsWith("*****@*****"));
        caller.Get($"MediaPartners/{caller.Rail.Seed.Partners[^1].Id}", 404);
    }

    [Fact]
    public void Lists_active_contracts_unless_a_status_is_named()
    {
        var path = $"Campaigns/{caller.Program}/Contracts";
        var plain = caller.List(path, "Contracts");
        var byStatus = ((string[])["ACTIVE", "PENDING", "EXPIRED", "UPCOMING", "DECLINED"])
            .ToDictionary(status => status, status => caller.List($"{path}?Status={status}", "Contracts"));

        plain.Select(Id).Should().Equal(byStatus["ACTIVE"].Select(Id));
        byStatus.Values.Sum(list => list.Count).Should().Be(caller.Brand.Contracts.Count);
        byStatus["PENDING"].Should().HaveCountGreaterThan(1).And.OnlyContain(contract => Id(contract).StartsWith("P-"));
        byStatus["EXPIRED"].Should().HaveCountGreaterThan(1).And.OnlyContain(contract => contract.GetProperty("EndDate").GetString()!.Length > 0);
        byStatus["UPCOMING"].Should().HaveCountGreaterThan(1);
        plain.Should().OnlyContain(contract => contract.GetProperty("Status").GetString() == "ACTIVE");
    }

    [Fact]
    public void Shows_the_terms_of_a_contract_in_full()
    {
        var tiered = caller.Brand.Templates[1].TemplateId;
        var contract = caller.List($"Campaigns/{caller.Program}/Contracts?TemplateId={tiered}", "Contracts")[0];
        var single = caller.Get($"Campaigns/{caller.Program}/Contracts/{Id(contract)}");
        var payout = ImpactCaller.Rows(single.GetProperty("TemplateTerms"), "EventPayouts").Single();
        var groups = ImpactCaller.Rows(payout, "PayoutGroups").ToList();

        single.GetRawText().Should().Be(contract.GetRawText());
        payout.GetProperty("EventTypeName").GetString().Should().Be("Online Sale");
        payout.GetProperty("DefaultPayoutRate").GetString().Should().Be("8");
        ImpactCaller.Rows(groups[0], "Rules").Single().GetProperty("Variable").GetString().Should().Be("CUSTOMER_STATUS");
        groups[0].GetProperty("PayoutRate").GetString().Should().Be("12.5");
        ImpactCaller.Rows(groups[1], "Tiers").Select(tier => tier.GetProperty("RevenueThreshold").GetString()).Should().Equal("0.00", "10000.00", "50000.00");
        payout.GetProperty("Locking").GetProperty("DayOffset").GetString().Should().Be("30");
        ImpactCaller.Rows(payout, "ValidReferrals").Single().GetProperty("Window").GetString().Should().Be("30");
        ImpactCaller.Rows(single, "ScheduledTerms").Single().GetProperty("Status").GetString().Should().Be("UPCOMING");
        single.GetProperty("TemplateTerms").GetProperty("MonthlySlottingFee").GetString().Should().Be("250.00");
    }

    [Fact]
    public void Filters_contracts_by_partner_and_dates()
    {
        var path = $"Campaigns/{caller.Program}/Contracts";
        var all = caller.List(path, "Contracts");
        var one = all[3].GetProperty("PartnerId").GetString();
        var middle = all.Select(contract => contract.GetProperty("StartDate").GetDateTimeOffset()).Order().ElementAt(all.Count / 2);
        var text = Uri.EscapeDataString(middle.ToString("O"));

        caller.List($"{path}?PartnerId={one}", "Contracts").Select(Id).Should().Equal(Id(all[3]));
        var before = caller.List($"{path}?StartDateBefore={text}", "Contracts").Count;
        var after = caller.List($"{path}?StartDateAfter={text}", "Contracts").Count;
        (before + after).Should().BeInRange(all.Count - 1, all.Count);
    }

    [Fact]
    public void Holds_windows_of_actions_to_the_published_rules()
    {
        var now = caller.Time.GetUtcNow();
        string Window(string name, double fromDays, double toDays) =>
            $"Actions?CampaignId={caller.Program}&{name}Start={At(fromDays)}&{name}End={At(toDays)}";
        string At(double days) => Uri.EscapeDataString(now.AddDays(days).ToString("O"));

        var week = caller.List($"Actions?CampaignId={caller.Program}", "Actions");
        var month = caller.List(Window("ActionDate", -40, 0), "Actions");

        caller.Get("Actions", 400).ToString().Should().Contain("CampaignId is required.");
        caller.Get(Window("ActionDate", -50, 0), 400).ToString().Should().Contain("45 days");
        caller.Get(Window("LockingDate", -1200, -1190), 400).ToString().Should().Contain("3 years");
        caller.Get($"Actions?CampaignId={caller.Program}&StartDate={At(-3)}", 400).ToString().Should().Contain("must be given together");
        caller.Get($"Actions?CampaignId={caller.Program}&PageSize=1000", 400).ToString().Should().Contain("between 2000 and 20000");
        week.Count.Should().BeInRange(5, 10);
        month.Count.Should().BeGreaterThan(week.Count);
        month.Select(action => action.GetProperty("CreationDate").GetDateTimeOffset()).Should().BeInDescendingOrder();
        caller.List($"Actions/{Id(month[0])}/Items", "ActionItems").Should().ContainSingle()
            .Which.GetProperty("SaleAmount").GetString().Should().Be(month[0].GetProperty("IntendedAmount").GetString());
    }

    [Fact]
    public void Has_at_least_two_of_everything_and_depends_on_the_number_alone()
    {
        var time = caller.Time.GetUtcNow();
        var brand = caller.Brand;

        new[]
        {
            caller.Rail.Seed.Brands.Count, brand.Programs.Count, brand.Templates.Count, brand.Groups.Count, brand.Codes.Count, brand.Deals.Count,
            brand.Links.Count, brand.Actions.Count, brand.Tokens.Count, brand.Programs.Select(program => program.State).Distinct().Count(),
            caller.Rail.Seed.Partners.Select(partner => partner.PartnerType).Distinct().Count(),
        }.Should().OnlyContain(count => count >= 2);
        Text(LivedInSeed.Create(7, time)).Should().Be(Text(LivedInSeed.Create(7, time)));
        Text(LivedInSeed.Create(7, time)).Should().NotBe(Text(LivedInSeed.Create(8, time)));

        static string Text(ImpactSeed seed) => string.Join('|', seed.Partners.Select(partner => partner.Name)) + seed.Brand.Sid + seed.Brand.Tokens[0].Value;
    }

    public void Dispose() => caller.Dispose();

    private static string Id(JsonElement element) => element.GetProperty("Id").GetString()!;
}
