using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Errors;

namespace Bridge.Engine.Tests.Execution;

public sealed class ComputedLinkRunTests
{
    private static readonly PlanStep Group = RunBench.Group("Creators");

    [Fact]
    public async Task Links_behind_a_proof_are_computed_without_a_call_and_marked_in_the_id_map()
    {
        var (proof, first, second) = (RunBench.Link("L2", Group.Id), Computed("L1"), Computed("L3"));
        var bench = await new RunBench().ApproveAsync(Group, first, proof, second);
        bench.Target.Form = (url, destination) => $"{url}?u={destination}";

        var run = await bench.RunAsync();

        run.Status.Should().Be(RunStatus.Completed);
        bench.Target.Links.Should().Equal(["https://shop.example/L2"], "one call proves the form, the others are computed");
        var row = (await bench.Store.FindTargetAsync(first.Entity, "L1", CancellationToken.None))!;
        row.Target.Should().Be("https://t.example/1?u=https://shop.example/L1");
        row.DraftHash.Should().StartWith("computed:");
        (await bench.Store.FindTargetAsync(first.Entity, "L2", CancellationToken.None))!.DraftHash.Should().BeNull("the proof was made by a call");
        (await bench.StateOf(second)).Should().Be(StepState.Applied);
    }

    [Fact]
    public async Task A_proof_that_differs_from_the_form_gives_a_conflict_and_never_a_URL()
    {
        var (proof, other) = (RunBench.Link("L2", Group.Id), Computed("L1"));
        var bench = await new RunBench().ApproveAsync(Group, other, proof);

        await bench.RunAsync();

        (await bench.StateOf(other)).Should().Be(StepState.Conflict);
        (await bench.Store.FindTargetAsync(other.Entity, "L1", CancellationToken.None)).Should().BeNull();
        bench.Target.Links.Should().HaveCount(1);
    }

    [Fact]
    public async Task Without_its_proof_a_link_is_blocked()
    {
        var (proof, other) = (RunBench.Link("L2", Group.Id), Computed("L1"));
        var bench = await new RunBench().ApproveAsync(Group, other, proof);
        bench.Target.Form = (url, destination) => $"{url}?u={destination}";
        bench.Target.Fault = apply =>
        {
            if (bench.Target.Groups.Count > 0)
            {
                return new RailRejectedException(new RailErrorContext { Rail = "fake", Connection = "acme-fake", Operation = "write" });
            }

            apply();
            return null;
        };

        await bench.RunAsync();

        (await bench.StateOf(other)).Should().Be(StepState.Blocked);
        bench.Target.Links.Should().BeEmpty();
    }

    private static CreateLink Computed(string key)
    {
        var link = RunBench.Link(key, Group.Id, "links/L2/create");
        return link with { Channel = StepChannel.None, Class = OperationClass.Declarative, Reversibility = Reversibility.Reversible, Proof = "links/L2/create", Fingerprint = "f" + key };
    }
}
