using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.Changes;
using Bridge.Testing.Plans;

namespace Bridge.Engine.Tests.Reporting;

public sealed class StepChangesTests
{
    [Fact]
    public async Task A_new_partner_shows_every_field_and_masks_what_is_personal()
    {
        var step = await FindAsync("partners/1002/create");

        StepChanges.Of(step).Should().Equal(
            After("name", "Alpen Deals"),
            After("website", "https://p1002.example/"),
            After("contact first name", "first name (in the vault)"),
            After("contact email", "e-mail (in the vault)"),
            After("contact is primary", "yes"),
            After("address city", "city (in the vault)"),
            After("address country", "AT"),
            After("promotion method", "Content"),
            After("currency", "EUR"),
            After("template", "new, by step templates/77/build"),
            After("group name", "Coupon sites"),
            After("reference impact.value1", "1002"),
            After("reference impact.value2", "enc-1002"));
    }

    [Fact]
    public async Task An_amendment_shows_each_reference_before_and_after()
    {
        var step = await FindAsync("partners/1001/amend");

        StepChanges.Of(step).Should().Equal(
            After("reference impact.value1", "1001"),
            After("reference impact.value2", "kX9=="),
            new FieldDifference("reference impact.value3", "old note", null));
    }

    [Fact]
    public async Task A_switched_contract_shows_what_differs_and_nothing_else()
    {
        var step = await FindAsync("contracts/1001%3A77/establish");

        StepChanges.Of(step).Should().Equal(
            new FieldDifference("template", "Old terms", "Baseline 7.5 %"),
            new FieldDifference("click window", "7 days", "30 days"),
            new FieldDifference("commission", "5 % of sale for new customers", "7.5 % of sale for new customers"));
    }

    [Fact]
    public async Task A_template_shows_all_its_terms()
    {
        var step = await FindAsync("templates/77/build");

        StepChanges.Of(step).Should().Equal(
            After("name", "Baseline 7.5 %"),
            After("commission", "7.5 % of sale for new customers"),
            After("commission", "2 % of sale"),
            After("currency", "EUR"),
            After("click window", "30 days"),
            After("lock", "45 days after the conversion"));
    }

    [Fact]
    public async Task A_link_keeps_sub_ids_that_look_like_references()
    {
        var step = await FindAsync("links/L-1/create");

        StepChanges.Of(step).Should().Equal(
            After("partner", "88001"),
            After("kind", "deep"),
            After("destination", "https://shop.example/sale?a=1&b=2"),
            After("sub id subId1", "@home"),
            After("replaces", "https://click.example/fs-bin/click?id=1001&offer=77.L-1"));
    }

    [Fact]
    public async Task A_deal_shows_its_discount_as_a_share()
    {
        var step = await FindAsync("deals/Spring/create");

        StepChanges.Of(step).Should().Equal(After("name", "Spring"), After("discount kind", "percent"), After("discount rate", "10 %"), After("starts at", "2027-03-01"));
    }

    [Fact]
    public async Task No_step_of_any_kind_shows_a_hash_of_a_personal_value()
    {
        var kinds = new HashSet<string>();
        foreach (var plan in new[] { SamplePlans.Apply(), SamplePlans.Rollback() })
        {
            await foreach (var step in plan.StepsAsync(CancellationToken.None))
            {
                kinds.Add(StepNames.Of(step));
                StepChanges.Of(step).Should().NotBeEmpty(step.Id)
                    .And.NotContain(change => (change.Before + change.After).Contains("0123456789", StringComparison.Ordinal) || (change.Before + change.After).Contains("9876543210", StringComparison.Ordinal));
            }
        }

        kinds.Should().HaveCount(17, "the samples hold every kind of step");
    }

    private static FieldDifference After(string path, string text) => new(path, null, text);

    private static async Task<PlanStep> FindAsync(string id)
    {
        await foreach (var step in SamplePlans.Apply().StepsAsync(CancellationToken.None))
        {
            if (step.Id == id)
            {
                return step;
            }
        }

        throw new InvalidOperationException($"The sample has no step '{id}'.");
    }
}
