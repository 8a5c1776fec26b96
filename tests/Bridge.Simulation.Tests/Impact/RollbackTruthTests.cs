using Bridge.Simulation.Impact.Portal;
using Bridge.Simulation.Impact.Truth;

namespace Bridge.Simulation.Tests.Impact;

public sealed class RollbackTruthTests : IDisposable
{
    private readonly ImpactCaller caller = new();
    private readonly long partner;
    private readonly string groups;
    private readonly string code;
    private readonly string made;
    private readonly int last;

    public RollbackTruthTests()
    {
        partner = caller.Brand.Relationships[0].PartnerId;
        groups = $"Campaigns/{caller.Program}/MediaPartnerGroups";
        code = caller.Create("PromoCodes", ("CampaignId", $"{caller.Program}"), ("AssignedPartnerId", $"{partner}"), ("CreditPolicy", "ALWAYS"), ("Code", "TEN"), ("Type", "LI"));
        made = caller.Create(groups, ("Name", "Wave"));
        caller.Write("PUT", $"{groups}/{made}", 200, ("MediaPartnersAdd", $"{partner}"));
        caller.Write("PUT", $"{groups}/{caller.Brand.Groups[1].Id}", 200, ("MediaPartnersRemove", $"{partner}"));
        caller.Write("PUT", $"MediaPartners/{partner}", 200, ("MPValue1", "first"));
        caller.Write("PUT", $"MediaPartners/{partner}", 200, ("MPValue1", "second"));
        last = caller.Rail.Truth.Count;
    }

    [Fact]
    public void Finds_everything_back_where_it_was()
    {
        Undo();

        var report = Read();

        report.Differing.Should().BeEmpty();
        (report.CodesExpired, report.GroupsRestored, report.PartnersRestored).Should().Be((1, 2, 1));
    }

    [Fact]
    public void Names_everything_that_is_not_back()
    {
        var report = Read();

        report.Differing.Select(finding => (finding.Kind, finding.Key)).Should().BeEquivalentTo(
        [
            ("code.create", code), ("group.create", made), ("group.update", $"{caller.Brand.Groups[1].Id}"), ("partner.values", $"{partner}"),
        ]);
        (report.CodesExpired, report.GroupsRestored, report.PartnersRestored).Should().Be((0, 0, 0));
    }

    [Fact]
    public void Wants_the_value_from_before_the_run_and_not_one_in_between()
    {
        Undo();
        caller.Write("PUT", $"MediaPartners/{partner}", 200, ("MPValue1", "first"));

        Read().Differing.Should().ContainSingle().Which.Kind.Should().Be("partner.values");
    }

    [Fact]
    public void Lets_those_stay_whom_people_brought_into_a_group()
    {
        caller.Rail.Portal.Invite(new ProspectRow
        {
            Name = "New",
            Email = "kim@new.example",
            Group = caller.Brand.Groups[1].Name,
            TemplateId = caller.Brand.Templates[0].TemplateId,
        });
        caller.Rail.Portal.Accept(caller.Rail.Portal.OpenInvitations().Single().Id);
        Undo();
        var invited = caller.State().GetProperty("partners").EnumerateArray().Last().GetProperty("id").GetString();
        var stays = Read().Differing;
        caller.Write("PUT", $"{groups}/{caller.Brand.Groups[1].Id}", 200, ("MediaPartnersRemove", $"{partner}"));

        invited.Should().NotBeNull();
        stays.Should().BeEmpty();
        Read().Differing.Should().ContainSingle().Which.Kind.Should().Be("group.update");
    }

    public void Dispose() => caller.Dispose();

    private void Undo()
    {
        var before = caller.Brand.Relationships[0];
        caller.Write("DELETE", $"PromoCodes/{code}", 200);
        caller.Write("DELETE", $"{groups}/{made}", 200);
        caller.Write("PUT", $"{groups}/{caller.Brand.Groups[1].Id}", 200, ("MediaPartnersAdd", $"{partner}"));
        caller.Write("PUT", $"MediaPartners/{partner}", 200, ("MPValue1", before.Value1 ?? string.Empty));
    }

    private RollbackReport Read() => RollbackTruth.Read(caller.Rail.Truth.After(0), caller.Rail.State(), 1, last);
}
