using Bridge.Simulation.Hosting.Faults;
using Bridge.Simulation.Impact.Portal;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Tests.Impact;

public sealed class TruthReaderTests : IDisposable
{
    private readonly ImpactCaller caller = new();
    private readonly List<ExpectedObject> expected = [];
    private readonly List<PlannedCall> planned = [];
    private readonly long partner;

    public TruthReaderTests()
    {
        partner = caller.Brand.Contracts.First(contract => contract.StatusAt(caller.Time.GetUtcNow()) == "ACTIVE").PartnerId;
        caller.Write("PUT", $"MediaPartners/{partner}", 200, ("MPValue1", "4711"));
        Group("Wave");
        Link("https://acme.example/a");
        Link("https://acme.example/a");
        Code("TEN");
        expected.AddRange(
        [
            ExpectedObject.Partner("4711"), ExpectedObject.Group("Wave"), ExpectedObject.Code("TEN", "4711"),
            ExpectedObject.Link("4711", "https://acme.example/a", null), ExpectedObject.Link("4711", "https://acme.example/a", null),
        ]);
        planned.AddRange(
        [
            Planned("partner.values", ("partnerId", $"{partner}")), Planned("group.create", ("name", "Wave")),
            Planned("link.create", ("deepLink", "https://acme.example/a")), Planned("link.create", ("deepLink", "https://acme.example/a")),
            Planned("code.create", ("code", "TEN"), ("partnerValue1", "4711")),
        ]);
    }

    [Fact]
    public void Finds_nothing_wrong_where_nothing_is()
    {
        var report = Read();

        report.IsClean.Should().BeTrue();
        report.Mutations.Should().Be(5);
        report.Refused.Should().BeEmpty();
    }

    [Theory]
    [InlineData("group.create", "group", "Wave")]
    [InlineData("code.create", "code", "TEN|4711")]
    [InlineData("link.create", "link", "4711|https://acme.example/a|")]
    public void Finds_what_was_made_once_too_often(string call, string kind, string key)
    {
        if (call == "group.create")
            Group("Wave");
        else if (call == "code.create")
            Code("TEN");
        else
            Link("https://acme.example/a");

        var report = Read();

        report.Duplicates.Should().ContainSingle().Which.Should().Match<TruthFinding>(finding => finding.Kind == kind && finding.Key == key);
        report.UnplannedMutations.Should().ContainSingle().Which.Kind.Should().Be(call);
        report.Missing.Should().BeEmpty();
    }

    [Fact]
    public void Finds_what_the_rail_itself_did_twice()
    {
        caller.Rail.Faults.Add(new FaultRule { Kind = "group.create", Action = FaultAction.AppliedTwice });
        Group("Other");
        planned.Add(Planned("group.create", ("name", "Other")));
        expected.Add(ExpectedObject.Group("Other"));

        var report = Read();

        report.Duplicates.Should().ContainSingle().Which.Key.Should().Be("Other");
        report.UnplannedMutations.Should().ContainSingle();
    }

    [Fact]
    public void Finds_two_accounts_for_one_partner()
    {
        var second = caller.Brand.Contracts.Last(contract => contract.StatusAt(caller.Time.GetUtcNow()) == "ACTIVE" && contract.PartnerId != partner).PartnerId;
        caller.Write("PUT", $"MediaPartners/{second}", 200, ("MPValue1", "4711"));
        caller.Rail.Portal.ImportPartners(
            $"AccountName,Website,AddressLine1,City,PostalCode,Country,PhoneCountry,PhoneNumber,PrimaryPromotionalMethod,FirstName,LastName,EmailAddress,Currency,MPValue1,TemplateTermsId\n"
            + $"A,https://a.example,1,b,c,US,US,1,CONTENT,a,b,a@a.example,USD,4711,{caller.Brand.Templates[0].TemplateId}\n", null);
        caller.Rail.Portal.Accept(caller.Rail.Portal.OpenInvitations().Single().Id);

        Read().Duplicates.Should().ContainSingle().Which.Should().Match<TruthFinding>(finding => finding.Kind == "partner" && finding.Detail.StartsWith("3 instead of 1"));
    }

    [Fact]
    public void Finds_what_is_missing_but_not_what_a_partner_refused()
    {
        expected.AddRange([ExpectedObject.Code("NEVER", "4711"), ExpectedObject.Partner("4712"), ExpectedObject.Code("HERS", "4713"), ExpectedObject.Partner("4713")]);
        caller.Rail.Portal.Invite(new ProspectRow { Name = "x", Email = "x@refuses.example", TemplateId = caller.Brand.Templates[0].TemplateId, Values = ["4713", null, null] });
        caller.Rail.Portal.Refuse(caller.Rail.Portal.OpenInvitations().Single().Id);

        var report = Read();

        report.Missing.Select(finding => finding.Key).Should().BeEquivalentTo("NEVER|4711", "4712");
        report.Refused.Should().Equal("4713");
    }

    [Fact]
    public void Counts_an_expired_code_as_missing()
    {
        var id = caller.List("PromoCodes?Code=TEN", "PromoCodes").Single().GetProperty("Id").GetString();
        caller.Write("DELETE", $"PromoCodes/{id}", 200);
        planned.Add(Planned("code.expire", ("objectId", id!)));

        var report = Read();

        report.Missing.Should().ContainSingle().Which.Key.Should().Be("TEN|4711");
        report.UnplannedMutations.Should().BeEmpty();
    }

    [Fact]
    public void Finds_a_call_whose_values_differ_from_the_plan()
    {
        planned[0] = Planned("partner.values", ("partnerId", $"{partner}"), ("value1", "other"));

        Read().UnplannedMutations.Should().ContainSingle().Which.Detail.Should().Be("line 1 is in no plan");
    }

    [Fact]
    public void Leaves_a_wide_permission_to_the_call_that_needs_it()
    {
        Link("https://acme.example/b");
        planned.Insert(0, Planned("link.create"));
        expected.Add(ExpectedObject.Link("4711", "https://acme.example/b", null));

        Read().IsClean.Should().BeTrue();
    }

    [Fact]
    public void Reads_the_calls_of_a_plan_file()
    {
        var group = caller.List($"Campaigns/{caller.Program}/MediaPartnerGroups", "Groups").Single(one => one.GetProperty("Name").GetString() == "Wave").GetProperty("Id").GetString();
        caller.Write("PUT", $"Campaigns/{caller.Program}/MediaPartnerGroups/{group}", 200, ("MediaPartnersAdd", $"{partner}"));
        string[] plan =
        [
            """{"line":"header","format":1}""",
            $$$$"""{"line":"step","step":{"kind":"amendPartner","id":"partner/4711/amend","channel":"api","amendment":{"partner":"{{{{partner}}}}","before":[],"after":[{"scheme":"impact.value1","value":"4711"}]}}}""",
            """{"line":"step","step":{"kind":"createGroup","id":"partnerGroup/Wave/create","channel":"api","draft":{"name":"Wave"}}}""",
            """{"line":"step","step":{"kind":"createLink","id":"trackingLink/1/create","channel":"api","draft":{"partner":"@partner/4711/create","kind":"deep","destination":"https://acme.example/a"}}}""",
            $$$$"""{"line":"step","step":{"kind":"createLink","id":"trackingLink/2/create","channel":"api","draft":{"partner":"{{{{partner}}}}","kind":"deep","destination":"https://acme.example/a"}}}""",
            """{"line":"step","step":{"kind":"createPromoCode","id":"promoCode/TEN%3A4711/create","channel":"api","draft":{"code":"TEN","owner":"@partner/4711/create","creditPolicy":"ALWAYS"}}}""",
            """{"line":"step","step":{"kind":"joinGroup","id":"partnerGroup/Wave/join-1","channel":"api","membership":{"group":"@partnerGroup/Wave/create","groupName":"Wave","partners":["@partner/4711/create","17"]}}}""",
            """{"line":"step","step":{"kind":"createPartner","id":"partner/9/create","channel":"filePack","draft":{"name":"x"}}}""",
            """{"line":"totals"}""",
        ];

        var calls = PlannedCalls.Read(plan, caller.Rail.State());
        var report = TruthReader.Read(caller.Rail.Truth.After(0), caller.Rail.State(), expected, calls);
        caller.Write("PUT", $"Campaigns/{caller.Program}/MediaPartnerGroups/{group}", 200, ("MediaPartnersRemove", $"{partner}"));
        var removed = TruthReader.Read(caller.Rail.Truth.After(0), caller.Rail.State(), expected, [.. calls, calls.Single(call => call.Kind == "group.update")]);

        calls.Should().HaveCount(6);
        report.IsClean.Should().BeTrue();
        removed.UnplannedMutations.Should().ContainSingle(because: "a plan that adds does not permit to remove").Which.Kind.Should().Be("group.update");
    }

    [Fact]
    public void Refuses_a_plan_with_a_step_it_does_not_know()
    {
        var read = () => PlannedCalls.Read(["""{"line":"step","step":{"kind":"magic","id":"x","channel":"api"}}"""], caller.Rail.State());

        read.Should().Throw<FormatException>().WithMessage("*'magic'*");
    }

    [Fact]
    public void Refuses_a_line_that_is_none_of_a_truth_log()
    {
        var read = () => TruthReader.Read(["{}"], caller.Rail.State(), [], []);

        read.Should().Throw<FormatException>();
    }

    public void Dispose() => caller.Dispose();

    private TruthReport Read() => TruthReader.Read(caller.Rail.Truth.After(0), caller.Rail.State(), expected, planned);

    private void Group(string name) => caller.Create($"Campaigns/{caller.Program}/MediaPartnerGroups", ("Name", name));

    private void Link(string page) => caller.Write("POST", $"Programs/{caller.Program}/TrackingLinks?MediaPartnerId={partner}", 200, ("DeepLink", page));

    private void Code(string code) => caller.Create(
        "PromoCodes", ("CampaignId", $"{caller.Program}"), ("AssignedPartnerId", $"{partner}"), ("CreditPolicy", "ALWAYS"), ("Code", code), ("Type", "LI"));

    private static PlannedCall Planned(string kind, params (string Name, string Value)[] where) =>
        new(kind, where.ToDictionary(pair => pair.Name, pair => pair.Value));
}
