using Bridge.Engine.Planning;
using Bridge.Engine.Snapshots;
using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Engine.Reporting;

/// <summary>
/// Counts outcomes and step states as they pass, each on its own, and compares the sums with what the plan says was taken up.
/// </summary>
internal sealed class RunTally
{
    private readonly PlanTotals planned;
    private readonly bool keyOrder;
    private readonly Dictionary<EntityKind, EntityTotals> entities;
    private readonly Dictionary<EntityKind, string> last = [];
    private readonly SortedDictionary<string, long> reasons = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, long> owners = new(StringComparer.Ordinal);
    private readonly SortedDictionary<EntityKind, StepSums> kinds = [];
    private StepSums steps;

    public RunTally(IPlanSource plan)
    {
        planned = plan.Totals;
        keyOrder = plan.Header.Kind == PlanKind.Apply;
        entities = planned.Entities.ToDictionary(totals => totals.Entity, totals => new EntityTotals { Entity = totals.Entity, Extracted = totals.Extracted });
        steps = new StepSums { Planned = planned.Steps };
    }

    /// <exception cref="ConservationException">The record passes a second time.</exception>
    public void Count(RunLine line)
    {
        if (line.Step is { } step)
        {
            steps = steps.With(line.Row?.State);
            var kind = kinds.GetValueOrDefault(step.Entity) ?? new StepSums { Planned = 0 };
            kinds[step.Entity] = (kind with { Planned = kind.Planned + 1 }).With(line.Row?.State);
        }

        if (line.Outcome is not null)
        {
            Count(line.Outcome);
        }
    }

    private void Count(RecordOutcome outcome)
    {
        RequireOnce(outcome);
        var totals = entities.GetValueOrDefault(outcome.Entity) ?? new EntityTotals { Entity = outcome.Entity };
        entities[outcome.Entity] = totals.With(outcome.Outcome);
        if (outcome.Reason is not null)
        {
            Add(reasons, $"{EntityNames.Of(outcome.Entity)} {CodeNames.Of(outcome.Outcome)} {outcome.Reason}");
        }

        if (outcome.Owner is { } owner)
        {
            Add(owners, CodeNames.Of(owner));
        }
    }

    /// <exception cref="ConservationException">A sum does not balance.</exception>
    public RunSums Sums()
    {
        foreach (var totals in entities.Values.Where(totals => !totals.Balanced()))
        {
            throw Unbalanced($"{EntityNames.Of(totals.Entity)}: the plan took up {totals.Extracted} records, but {Equation.Of(totals)}.");
        }

        if (!steps.Balanced())
        {
            throw Unbalanced($"the plan has {steps.Planned} steps, but {Equation.Of(steps)}.");
        }

        return new RunSums
        {
            Entities = planned.Entities.Select(totals => entities[totals.Entity]).ToValueList(),
            Steps = steps,
            Kinds = kinds.Select(pair => new KindSums(pair.Key, pair.Value)).ToValueList(),
            Reasons = List(reasons),
            Owners = List(owners),
        };
    }

    public static ConservationException Unbalanced(string problem) => new(problem, "What was sent stays in the journal; report this as a defect.");

    private void RequireOnce(RecordOutcome outcome)
    {
        if (keyOrder && last.TryGetValue(outcome.Entity, out var before) && KeyOrder.Instance.Compare(before, outcome.Source) >= 0)
        {
            throw Unbalanced($"{EntityNames.Of(outcome.Entity)} '{outcome.Source}' comes after '{before}': it is there twice or in the wrong place.");
        }

        last[outcome.Entity] = outcome.Source;
    }

    private static void Add(SortedDictionary<string, long> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    private static ValueList<NamedCount> List(SortedDictionary<string, long> counts) =>
        counts.Select(count => new NamedCount(count.Key, count.Value)).ToValueList();
}
