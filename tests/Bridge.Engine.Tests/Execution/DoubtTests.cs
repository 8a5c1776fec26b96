using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Errors;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Tests.Execution;

/// <summary>Calls in doubt whose draft refers to what an earlier step of the same run made.</summary>
public sealed class DoubtTests
{
    private static readonly RailErrorContext Where = new() { Rail = "fake", Connection = "acme-fake", Operation = "write" };
    private readonly CreateGroup group = RunBench.Group("Creators");

    [Fact]
    public async Task A_code_of_a_partner_made_in_the_same_run_is_found_as_ours()
    {
        var code = new CreatePromoCode
        {
            Id = StepIds.Of(EntityKind.PromoCode, "SAVE5", "create"),
            Entity = EntityKind.PromoCode,
            Source = "SAVE5",
            Counts = Outcome.Created,
            Channel = StepChannel.Api,
            Class = OperationClass.Probeable,
            Reversibility = Reversibility.Compensable,
            DependsOn = [group.Id],
            Draft = new PromoCodeDraft { Code = "SAVE5", Owner = TargetRef.Of(group.Id), CreditPolicy = "any" },
        };
        var bench = await new RunBench().ApproveAsync(group, code);
        CutOffSecond(bench);

        var run = await bench.RunThroughAsync();

        run.Status.Should().Be(RunStatus.Completed);
        bench.Target.Codes.Should().Equal("SAVE5 of g1");
        (await bench.StateOf(code)).Should().Be(StepState.Applied);
    }

    [Fact]
    public async Task Joining_a_group_made_in_the_same_run_is_settled_by_sending_it_again()
    {
        var join = new JoinGroup
        {
            Id = StepIds.Of(EntityKind.PartnerGroup, "Creators", "join-1"),
            Entity = EntityKind.PartnerGroup,
            Channel = StepChannel.Api,
            Class = OperationClass.Declarative,
            Reversibility = Reversibility.Reversible,
            DependsOn = [group.Id],
            Membership = new GroupMembership { Group = TargetRef.Of(group.Id), GroupName = "Creators", Partners = [TargetRef.Known("99")] },
        };
        var bench = await new RunBench().ApproveAsync(group, join);
        CutOffSecond(bench);

        var run = await bench.RunThroughAsync();

        run.Status.Should().Be(RunStatus.Completed);
        bench.Target.Members.Should().Equal("99 in g1");
        (await bench.StateOf(join)).Should().Be(StepState.Applied);
    }

    [Fact]
    public async Task A_listing_that_is_not_young_any_more_is_read_again_however_long_ago_the_wait_began()
    {
        var bench = await new RunBench().ApproveAsync(group);
        var context = bench.Context();
        var since = bench.Time.GetUtcNow();
        bench.Time.Advance(TimeSpan.FromMinutes(1));

        var first = await context.ListingSinceAsync(since, CancellationToken.None);
        bench.Time.Advance(TimeSpan.FromMinutes(4));
        var same = await context.ListingSinceAsync(since, CancellationToken.None);
        bench.Time.Advance(TimeSpan.FromMinutes(2));
        var later = await context.ListingSinceAsync(since, CancellationToken.None);

        same.Should().BeSameAs(first);
        later.ReadAt.Should().Be(first.ReadAt + TimeSpan.FromMinutes(6));
    }

    private static void CutOffSecond(RunBench bench)
    {
        var calls = 0;
        bench.Target.Fault = apply =>
        {
            apply();
            return ++calls == 2 ? new RailOutcomeUnknownException(Where, "the connection was lost") : null;
        };
    }
}
