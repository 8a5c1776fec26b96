using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Tests.Planning;

public sealed class PartnerStandingsTests
{
    [Fact]
    public void A_contract_leads_by_precedence_and_then_by_key()
    {
        var standing = new PartnerStandings().Of("4711");

        standing.Consider(new LeadingContract(2, "4711:b", "offer-b"));
        standing.Consider(new LeadingContract(2, "4711:a", null));
        standing.Consider(new LeadingContract(3, "4711:0", "offer-0"));

        standing.Leading.Should().Be(new LeadingContract(2, "4711:a", null));
    }

    [Fact]
    public void A_partner_that_only_contracts_speak_of_is_not_known()
    {
        var standings = new PartnerStandings();

        standings.Of("4711").Consider(new LeadingContract(1, "4711:a", "offer"));

        standings.Find("4711")!.Value.Known.Should().BeFalse();
        standings.Find("4711")!.Value.Target.Should().BeNull();
        standings.Find("4712").Should().BeNull();
    }

    [Fact]
    public void Links_wait_for_the_partner_then_for_its_contract()
    {
        var standings = new PartnerStandings();
        var made = standings.Of("47/11");
        var there = standings.Of("4712");

        made.Move(null);
        there.Move("9001");

        made.Target.Should().Be(TargetRef.Of("partners/47%2F11/create"));
        made.ReadyAfter.Should().Be("partners/47%2F11/create");
        there.Target.Should().Be(TargetRef.Known("9001"));
        there.ReadyAfter.Should().BeNull();
        made.WaitFor("47/11:a", "accept");
        made.WaitFor("47/11:a", "establish");
        there.WaitFor("4712:b", "accept");
        standings.Find("47/11")!.Value.ReadyAfter.Should().Be("contracts/47%2F11%3Aa/establish");
        standings.Find("4712")!.Value.ReadyAfter.Should().Be("contracts/4712%3Ab/accept");
    }

    [Theory]
    [InlineData(Outcome.Created)]
    [InlineData(Outcome.Skipped)]
    [InlineData(Outcome.Blocked)]
    [InlineData(Outcome.Manual)]
    public void A_partner_that_does_not_move_has_no_target(Outcome outcome)
    {
        var standings = new PartnerStandings();

        standings.Of("4711").Exclude(outcome);

        var standing = standings.Find("4711")!.Value;
        standing.Known.Should().BeTrue();
        standing.Excluded.Should().Be(outcome);
        standing.Target.Should().BeNull();
        standing.ReadyAfter.Should().BeNull();
        standing.Key.Should().Be("4711");
    }
}
