using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Tests.Planning;

/// <summary>Compares a plan's records with their outcomes.</summary>
internal static class PlanYield
{
    /// <summary>All records of the plan, in its order; the totals must say the same.</summary>
    public static async Task YieldsAsync(this PlanBench bench, params (EntityKind Entity, string Source, Outcome Outcome, string? Reason)[] expected)
    {
        var lines = await bench.LinesAsync();

        lines.Select(Record).OfType<(EntityKind, string, Outcome, string?)>().Should().Equal(expected);
        foreach (var totals in ((PlanTotals)lines[^1]).Entities)
        {
            totals.Balanced().Should().BeTrue();
            totals.Should().Be(expected.Where(record => record.Entity == totals.Entity).Aggregate(
                new EntityTotals { Entity = totals.Entity, Extracted = totals.Extracted }, (sum, record) => sum.With(record.Outcome)));
        }
    }

    /// <summary>The records of one entity.</summary>
    public static async Task YieldsAsync(this PlanBench bench, EntityKind entity, params (string Source, Outcome Outcome, string? Reason)[] expected)
    {
        var lines = await bench.LinesAsync();

        lines.Select(Record).OfType<(EntityKind Entity, string Source, Outcome Outcome, string? Reason)>()
            .Where(record => record.Entity == entity)
            .Select(record => (record.Source, record.Outcome, record.Reason))
            .Should().Equal(expected);
    }

    private static (EntityKind, string, Outcome, string?)? Record(PlanLine line) => line switch
    {
        StepLine { Step: { Source: { } source, Counts: { } counts } step } => (step.Entity, source, counts, null),
        OutcomeLine outcome => (outcome.Entity, outcome.Source, outcome.Outcome, outcome.Reason),
        _ => null,
    };
}
