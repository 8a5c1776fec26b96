using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Identity;
using Bridge.Model.Partners;

namespace Bridge.Engine.Tests.Brands;

/// <summary>One partner, one account over the programs of a brand: what planning makes of what another program did.</summary>
public sealed class SiblingPartnersTests
{
    private static readonly PlanBench New = new() { Source = new PlanRecords { Partners = [PlanWorld.SourcePartner("11")], Contracts = [PlanWorld.Offer("11", "500")] } };
    private static readonly SiblingBench UnderWay = new() { Planned = ["11"] };

    [Fact]
    public async Task A_partner_that_another_program_made_is_adopted()
    {
        var siblings = await new SiblingBench { Made = new Dictionary<string, string> { ["11"] = "T11" } }.ReadAsync();
        var bench = New with { Siblings = siblings, Target = new PlanRecords { Partners = [PlanWorld.TargetPartner("T11", null)] } };

        await bench.YieldsAsync((EntityKind.Partner, "11", Outcome.Adopted, null), (EntityKind.Contract, "11:500", Outcome.Created, null));
        (await bench.LinesAsync()).OfType<StepLine>().Select(line => line.Step).OfType<AdoptObject>().Single().Why.Should().Be("sibling: program us brought it in");
    }

    [Fact]
    public async Task A_partner_that_another_program_is_making_waits_and_is_accounted_for()
    {
        var bench = New with { Siblings = await UnderWay.ReadAsync() };

        await bench.YieldsAsync((EntityKind.Partner, "11", Outcome.Manual, "UnderWayInProgram"), (EntityKind.Contract, "11:500", Outcome.Manual, "PartnerUndecided"));
        (await bench.LinesAsync()).OfType<OutcomeLine>().First().Message.Should().Contain("Program 'us' is bringing it in (run run-us, step partners/11/create)").And.Contain("plan again");
    }

    [Fact]
    public async Task An_account_that_the_target_was_not_read_with_waits_too()
    {
        var siblings = await new SiblingBench { Made = new Dictionary<string, string> { ["11"] = "T11" } }.ReadAsync();

        await (New with { Siblings = siblings }).YieldsAsync((EntityKind.Partner, "11", Outcome.Manual, "UnderWayInProgram"), (EntityKind.Contract, "11:500", Outcome.Manual, "PartnerUndecided"));
    }

    [Theory]
    [InlineData(StepState.Waiting)]
    [InlineData(StepState.Intended)]
    [InlineData(StepState.Unknown)]
    [InlineData(StepState.NotApplied)]
    [InlineData(StepState.NeedsHuman)]
    public async Task A_step_that_may_still_succeed_holds_the_partner(StepState state)
    {
        var siblings = await (UnderWay with { State = state }).ReadAsync();

        siblings.Find(PlanWorld.SourcePartner("11")).Should().ContainSingle().Which.Step.Should().Be("partners/11/create");
    }

    [Theory]
    [InlineData(StepState.Declined)]
    [InlineData(StepState.Failed)]
    [InlineData(StepState.Conflict)]
    [InlineData(StepState.Blocked)]
    public async Task A_step_that_came_to_nothing_holds_nobody(StepState state)
    {
        var siblings = await (UnderWay with { State = state }).ReadAsync();

        siblings.Find(PlanWorld.SourcePartner("11")).Should().BeEmpty();
    }

    [Fact]
    public async Task A_run_that_ended_or_may_not_go_on_holds_nobody()
    {
        (await (UnderWay with { Status = RunStatus.Completed }).ReadAsync()).Find(PlanWorld.SourcePartner("11")).Should().BeEmpty();
        (await (UnderWay with { MayGoOn = false }).ReadAsync()).Find(PlanWorld.SourcePartner("11")).Should().BeEmpty();
    }

    [Fact]
    public async Task Other_ids_are_told_apart_by_site_and_by_e_mail()
    {
        var other = PlanWorld.SourcePartner("77") with { WebProperties = PlanWorld.SourcePartner("11").WebProperties, Contacts = [] };
        var mailed = PlanWorld.SourcePartner("77") with { WebProperties = [], Contacts = PlanWorld.SourcePartner("11").Contacts };
        var bench = UnderWay with { SameIds = false, Planned = ["77"] };

        (await (bench with { Partners = [other] }).ReadAsync()).Find(PlanWorld.SourcePartner("11")).Should().ContainSingle();
        (await (bench with { Partners = [mailed] }).ReadAsync()).Find(PlanWorld.SourcePartner("11")).Should().ContainSingle();
        (await (bench with { Partners = [PlanWorld.SourcePartner("77")] }).ReadAsync()).Find(PlanWorld.SourcePartner("11")).Should().BeEmpty();
    }

    [Fact]
    public async Task Ids_mean_nothing_where_the_rail_gives_them_per_account()
    {
        var stranger = PlanWorld.SourcePartner("11") with { WebProperties = [], Contacts = [] };

        (await (UnderWay with { SameIds = false, Partners = [stranger] }).ReadAsync()).Find(PlanWorld.SourcePartner("11")).Should().BeEmpty();
    }

    [Fact]
    public async Task What_a_person_decides_comes_first()
    {
        await (New with { Siblings = await UnderWay.ReadAsync(), Overrides = "source,target\n11,new\n" })
            .YieldsAsync((EntityKind.Partner, "11", Outcome.Created, null), (EntityKind.Contract, "11:500", Outcome.Created, null));
    }

    [Fact]
    public async Task The_hash_follows_what_concerns_these_partners_alone()
    {
        async Task<string?> Hash(SiblingBench bench, params Partner[] own) => await (await bench.ReadAsync()).HashAsync(own.ToAsyncEnumerable(), CancellationToken.None);
        var eleven = PlanWorld.SourcePartner("11");

        var underWay = await Hash(UnderWay, eleven);
        var begun = await Hash(UnderWay with { State = StepState.Waiting }, eleven);
        var withAnother = await Hash(UnderWay with { Planned = ["11", "12"], Partners = [eleven, PlanWorld.SourcePartner("12")] }, eleven);
        var done = await Hash(UnderWay with { State = StepState.Applied, Made = new Dictionary<string, string> { ["11"] = "T11" } }, eleven);

        underWay.Should().NotBeNull();
        begun.Should().Be(underWay);
        withAnother.Should().Be(underWay);
        done.Should().NotBe(underWay);
        (await Hash(UnderWay, PlanWorld.SourcePartner("12"))).Should().BeNull();
    }

    [Fact]
    public void Claims_know_a_partner_by_id_site_and_mail_and_never_by_a_value_in_the_clear()
    {
        var header = Bridge.Testing.Plans.SampleHeaders.Apply;

        var keys = Bridge.Engine.Brands.ClaimKeys.Of(Steps.Create("11", "https://www.fjord.example/about", 3), header, idsAreRailWide: true);
        var alone = Bridge.Engine.Brands.ClaimKeys.Of(Steps.Create("11", "https://instagram.com/fjord"), header, idsAreRailWide: false);

        keys.Should().HaveCount(3).And.Contain(key => key.EndsWith("/host/fjord.example", StringComparison.Ordinal)).And.Contain(key => key.EndsWith($"/id/{header.SourceRail}/11", StringComparison.Ordinal));
        keys.Should().OnlyContain(key => key.StartsWith($"{header.TargetRail}/{header.TargetAccount}/", StringComparison.Ordinal));
        alone.Should().Equal($"{header.TargetRail}/{header.TargetAccount}/id/{header.SourceRail}/{header.Migration}/11");
    }
}
