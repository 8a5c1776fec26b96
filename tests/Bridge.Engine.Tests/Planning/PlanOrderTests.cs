using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Model.Identity;
using Bridge.Testing.Plans;

namespace Bridge.Engine.Tests.Planning;

/// <summary>There is one order of keys, that of their UTF-8 bytes; it differs from that of .NET where surrogate pairs meet U+E000 to U+FFFF.</summary>
public sealed class PlanOrderTests
{
    // U+FF21 comes before U+1F600 as bytes and behind it as UTF-16.
    private const string Wide = "L\uff21";
    private const string Supplementary = "L\U0001f600";

    private static readonly PlanBench Two = new()
    {
        Source = new PlanRecords
        {
            Partners = [PlanWorld.SourcePartner("11")],
            Contracts = [PlanWorld.Offer("11", "500")],
            Links = [PlanWorld.Link(Supplementary, "11"), PlanWorld.Link(Wide, "11")],
        },
    };

    [Fact]
    public async Task Links_with_supplementary_characters_in_their_keys_are_found_in_the_id_map()
    {
        var hashes = (await Two.LinesAsync()).OfType<StepLine>().Select(line => line.Step).OfType<CreateLink>().ToDictionary(step => step.Source!, step => step.Fingerprint);
        var again = Two with { IdMap = [.. hashes.Select(pair => PlanWorld.Row(EntityKind.TrackingLink, pair.Key, "https://track.example/1", hash: pair.Value))] };

        var lines = await again.LinesAsync();

        lines.OfType<OutcomeLine>().Where(line => line.Entity == EntityKind.TrackingLink).Select(line => (line.Source, line.Outcome)).Should()
            .Equal((Wide, Outcome.Unchanged), (Supplementary, Outcome.Unchanged));
        lines.OfType<StepLine>().Should().NotContain(line => line.Step is CreateLink);
    }

    [Fact]
    public async Task The_account_of_a_run_takes_them_in_the_order_of_the_plan_and_in_no_other()
    {
        var links = (await Two.LinesAsync()).Where(line => line is StepLine { Step: CreateLink }).ToList();

        var sums = await Account(links).SumAsync(CancellationToken.None);
        var reversed = () => Account([links[1], links[0]]).SumAsync(CancellationToken.None);

        sums.Entities.Single(totals => totals.Entity == EntityKind.TrackingLink).Manual.Should().Be(2);
        (await reversed.Should().ThrowAsync<ConservationException>()).WithMessage($"*links '{Wide}' comes after '{Supplementary}'*");
    }

    [Fact]
    public async Task An_id_map_in_another_order_is_refused_and_names_the_row()
    {
        var inputs = await Two.InputsAsync() with { IdMap = new Unordered() };

        var plan = async () => await PlanBuilder.BuildAsync(inputs, default).ToListAsync();

        (await plan.Should().ThrowAsync<ConservationException>()).WithMessage("*links 'A' comes after 'B' in the id map*");
    }

    [Fact]
    public async Task The_leading_contract_of_two_equal_ones_is_the_first_by_key_order()
    {
        var bench = Two with { Source = Two.Source with { Contracts = [PlanWorld.Offer("11", "\U0001f600"), PlanWorld.Offer("11", "\uff21")], Links = [] } };

        var lines = await bench.LinesAsync();

        lines.OfType<OutcomeLine>().Should().ContainSingle(line => line.Reason == "SupersededContract").Which.Source.Should().Be("11:\U0001f600");
        lines.OfType<StepLine>().Select(line => line.Step).OfType<EstablishContract>().Should().ContainSingle().Which.Source.Should().Be("11:\uff21");
    }

    private static RunAccount Account(IEnumerable<PlanLine> lines) => new(new MemoryPlan(SampleHeaders.Apply, lines), new StepStates().FindAsync);

    private sealed class Unordered : IIdMap
    {
        public IAsyncEnumerable<IdMapRow> ReadAsync(EntityKind entity, CancellationToken cancellationToken) => entity == EntityKind.TrackingLink
            ? new[] { PlanWorld.Row(entity, "B", "https://track.example/1"), PlanWorld.Row(entity, "A", "https://track.example/2") }.ToAsyncEnumerable()
            : AsyncEnumerable.Empty<IdMapRow>();
    }
}
