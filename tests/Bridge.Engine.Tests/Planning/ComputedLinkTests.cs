using Bridge.Engine.Planning;
using Bridge.Model.Identity;
using Bridge.Model.Links;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Tests.Planning;

public sealed class ComputedLinkTests
{
    private static PlanBench Bench => PlanWorld.Bench with
    {
        Profile = [("  newUrls: api ", "  newUrls: computed ")],
        Rail = PlanTarget.Rail with { Capabilities = PlanTarget.Rail.Capabilities with { ComputedLinks = [LinkKind.Regular, LinkKind.Deep] } },
    };

    [Fact]
    public async Task One_link_of_a_kind_is_made_by_a_call_and_the_others_wait_for_its_proof()
    {
        var links = (await LinksAsync(Bench)).ToDictionary(step => step.Source!);

        links.Should().HaveCount(4);
        links["L11"].Should().BeEquivalentTo(new { Channel = StepChannel.Api, Proof = (string?)null }, "its partner is on the target already, so nobody waits for people");
        foreach (var key in new[] { "L12", "L15", "L16" })
        {
            links[key].Should().BeEquivalentTo(new { Channel = StepChannel.None, Proof = "links/L11/create", Reversibility = Reversibility.Reversible });
            links[key].DependsOn.Should().Contain("links/L11/create").And.BeInAscendingOrder(StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task The_proof_is_a_link_whose_partner_is_ready_wherever_it_stands()
    {
        var bench = Bench with { Source = Bench.Source with { Links = [PlanWorld.Link("A12", "12"), PlanWorld.Link("B12", "12"), PlanWorld.Link("L11", "11")] } };

        var links = await LinksAsync(bench);

        links.Select(step => (step.Source, step.Proof)).Should().Equal(("A12", "links/L11/create"), ("B12", "links/L11/create"), ("L11", null));
    }

    [Fact]
    public async Task A_vanity_path_is_always_made_by_a_call()
    {
        var vanity = PlanWorld.Link("V11", "11") with { Kind = LinkKind.Vanity, VanityPath = "fjord" };
        var bench = Bench with { Source = Bench.Source with { Links = [.. Bench.Source.Links, vanity] } };

        (await LinksAsync(bench)).Single(step => step.Source == "V11").Should().BeEquivalentTo(new { Channel = StepChannel.Api, Proof = (string?)null });
    }

    [Fact]
    public async Task A_link_that_was_computed_is_unchanged_and_says_so()
    {
        var hash = (await LinksAsync(Bench)).Single(step => step.Source == "L15").Fingerprint;
        var row = PlanWorld.Row(EntityKind.TrackingLink, "L15", "https://acme.sjv.io/c/15/1/9001", hash: $"computed:{hash}");

        var lines = await (Bench with { IdMap = [.. Bench.IdMap, row] }).LinesAsync();

        lines.OfType<OutcomeLine>().Single(line => line is { Entity: EntityKind.TrackingLink, Source: "L15" })
            .Should().BeEquivalentTo(new { Outcome = Outcome.Unchanged, Computed = true, TargetId = "https://acme.sjv.io/c/15/1/9001" });
    }

    private static async Task<List<CreateLink>> LinksAsync(PlanBench bench) =>
        [.. (await bench.LinesAsync()).OfType<StepLine>().Select(line => line.Step).OfType<CreateLink>()];
}
