using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Planning;

public sealed class TemplateCanaryTests
{
    [Fact]
    public async Task The_first_partner_by_the_fastest_way_tries_a_template_out()
    {
        var template = (await TemplatesAsync(PlanWorld.Bench)).Should().ContainSingle(each => each.Key == "500").Subject;

        template.Proof.Should().BeNull();
        template.Canary!.Partner.Should().Be("15", "a partner in the program is switched faster than a newcomer accepts");
        template.Canary.Step.Should().Be(template.Canary.Contract);
        template.Canary.Way.Should().Be(ContractWay.SwitchInPortal);
    }

    [Fact]
    public async Task Another_order_of_the_source_names_the_same_partner()
    {
        var bench = PlanWorld.Bench with { Source = PlanWorld.Bench.Source.Shuffled(new Random(7)) };

        (await TemplatesAsync(bench)).Should().Equal(await TemplatesAsync(PlanWorld.Bench));
    }

    [Fact]
    public async Task A_contract_that_was_made_from_the_declared_template_and_has_its_terms_proves_it()
    {
        var bench = Declared(made: "T1");

        var template = (await TemplatesAsync(bench)).Should().ContainSingle(each => each.Key == "500").Subject;

        template.Proof.Should().Be("contract K11 on the target");
        template.Canary.Should().BeNull();
    }

    [Fact]
    public async Task Equal_terms_from_another_template_prove_nothing()
    {
        var template = (await TemplatesAsync(Declared(made: "T9"))).Should().ContainSingle(each => each.Key == "500").Subject;

        template.Proof.Should().BeNull();
        template.Canary.Should().NotBeNull();
    }

    private static PlanBench Declared(string made) => PlanWorld.Bench with
    {
        IdMap = [.. PlanWorld.Bench.IdMap, PlanWorld.Row(EntityKind.Template, "500", "T1")],
        Target = PlanWorld.Bench.Target with { Contracts = [PlanWorld.TargetContract("K11", "T11") with { TemplateId = made }] },
    };

    private static async Task<IReadOnlyList<PlannedTemplate>> TemplatesAsync(PlanBench bench) => ((PlanTotals)(await bench.LinesAsync())[^1]).Templates!;
}
