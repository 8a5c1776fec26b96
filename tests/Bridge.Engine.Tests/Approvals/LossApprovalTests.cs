using Bridge.Engine.Approval;
using Bridge.Engine.Planning;
using Bridge.Engine.Tests.Execution;
using Bridge.Engine.Tests.Planning;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Testing;
using Bridge.Testing.Stores;
using Bridge.Testing.Time;

namespace Bridge.Engine.Tests.Approvals;

/// <summary>What a loss does is the profile's word: accept is noted, requireApproval is asked by name, block keeps the record back.</summary>
public sealed class LossApprovalTests
{
    // A link without a destination loses DestinationUnknown, one with a sub-id of no known name SubIdDropped.
    private static readonly PlanBench Bench = new()
    {
        Source = new PlanRecords
        {
            Partners = [PlanWorld.SourcePartner("11")],
            Contracts = [PlanWorld.Offer("11", "500")],
            Links = [PlanWorld.Link("L1", "11") with { Destination = null }, PlanWorld.Link("L2", "11") with { SubIds = [new SubId("colour", "red")] }],
        },
    };

    [Fact]
    public async Task A_loss_that_the_profile_accepts_is_noted_and_not_asked_for()
    {
        var plan = await Bench.StoreAsync();

        var approval = await ApproveAsync(plan, "DestinationUnknown");

        Names(plan.Totals.Losses).Should().Equal("DestinationUnknown", "SubIdDropped");
        Names(plan.Totals.LossesToAccept!).Should().Equal("DestinationUnknown");
        approval.AcceptedLosses.Should().Equal("DestinationUnknown");
        approval.NotedLosses.Should().Equal("SubIdDropped");
    }

    [Fact]
    public async Task A_loss_that_requires_approval_is_asked_for_by_name()
    {
        var plan = await Bench.StoreAsync();

        var approve = () => ApproveAsync(plan);

        var refused = (await approve.Should().ThrowAsync<ApprovalRefusedException>()).Which;
        refused.Refusal.Should().Be(ApprovalRefusal.NotAccepted);
        refused.Message.Should().Contain("DestinationUnknown (1)").And.Contain("--accept-loss DestinationUnknown").And.NotContain("SubIdDropped");
    }

    [Fact]
    public async Task A_profile_that_accepts_everything_asks_for_nothing()
    {
        var plan = await (Bench with { Profile = [("default: requireApproval", "default: accept")] }).StoreAsync();

        var approval = await ApproveAsync(plan);

        approval.AcceptedLosses.Should().BeEmpty();
        approval.NotedLosses.Should().Equal("DestinationUnknown", "SubIdDropped");
    }

    [Fact]
    public async Task A_loss_that_blocks_keeps_the_record_back_when_it_is_planned()
    {
        var bench = Bench with { Profile = [("SubIdDropped: accept", "SubIdDropped: block")] };

        var plan = await bench.StoreAsync();

        await bench.YieldsAsync(EntityKind.TrackingLink, ("L1", Outcome.Created, null), ("L2", Outcome.Blocked, "SubIdDropped"));
        Names(plan.Totals.Losses).Should().Equal("DestinationUnknown");
        (await ApproveAsync(plan, "DestinationUnknown")).NotedLosses.Should().BeNull();
    }

    [Fact]
    public async Task A_noted_loss_is_signed_with_the_rest()
    {
        var plan = await Bench.StoreAsync();
        var approval = await ApproveAsync(plan, "all");
        var signer = new PlainSigner();

        signer.Verify(ApprovalDesk.Signed(approval), Convert.FromBase64String(approval.Signature)).Should().BeTrue();
        signer.Verify(ApprovalDesk.Signed(approval with { NotedLosses = null }), Convert.FromBase64String(approval.Signature)).Should().BeFalse();
    }

    [Fact]
    public async Task A_plan_that_does_not_say_which_losses_to_ask_for_asks_for_all()
    {
        var plan = new OtherTotals(await Bench.StoreAsync());

        var approve = () => ApproveAsync(plan, "DestinationUnknown");

        (await approve.Should().ThrowAsync<ApprovalRefusedException>()).Which.Message.Should().Contain("SubIdDropped (1)");
    }

    [Fact]
    public async Task A_step_with_a_loss_that_blocks_fails_the_plan()
    {
        var inputs = await Bench.InputsAsync();
        var strict = inputs with { OnLoss = inputs.OnLoss! with { Default = Engine.Mapping.Profiles.LossAction.Block } };

        var plan = async () => await PlanBuilder.BuildAsync(strict, default).ToListAsync();

        (await plan.Should().ThrowAsync<ConservationException>()).WithMessage("*links 'L1' moves although the profile lets nothing move with the loss DestinationUnknown*");
    }

    private static IEnumerable<string> Names(IEnumerable<NamedCount> counts) => counts.Select(count => count.Name);

    private static async Task<PlanApproval> ApproveAsync(IPlanSource plan, params string[] losses)
    {
        var time = new ManualTimeProvider(new DateTimeOffset(2026, 6, 30, 9, 0, 0, TimeSpan.Zero));
        var store = new InMemoryRunStore(time);
        var epoch = await store.TakeOwnershipAsync("test", default);
        var request = new ApprovalRequest { Approver = "Kim", AcceptIrreversible = ["all"], AcceptLosses = losses };
        return await new ApprovalDesk(store, new PlainSigner(), time, new SequentialIds()).ApproveAsync(epoch, plan, request, default);
    }

    private sealed class OtherTotals(IPlanSource inner) : IPlanSource
    {
        public string Hash => inner.Hash;

        public PlanHeader Header => inner.Header;

        public PlanTotals Totals => inner.Totals with { LossesToAccept = null };

        public IAsyncEnumerable<PlanLine> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);
    }
}
