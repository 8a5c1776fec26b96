using System.Runtime.CompilerServices;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Rollback;

/// <summary>
/// Makes the plan that takes a run back: an ordinary plan, reviewed, approved and carried out like any other. It gives one
/// step for each applied step, in the order of section 4.2 of the reliability contract: codes, links and contracts first,
/// then memberships, values, adoptions, partners, and groups last. What cannot be undone is a step too, so that the sum is
/// complete.
/// </summary>
public static class RollbackPlanner
{
    private const int Levels = 6;

    /// <summary>The lines of the plan.</summary>
    public static async IAsyncEnumerable<PlanLine> BuildAsync(RollbackInputs inputs, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tally = new PlanTally();
        yield return inputs.Plan.Header with
        {
            Kind = PlanKind.Rollback,
            SourceSnapshot = null,
            TargetSnapshot = null,
            Profile = null,
            Overrides = null,
            Decisions = null,
            Authorities = null,
            OptOut = null,
            IdMap = null,
            RollsBack = inputs.RunId,
            JournalHead = inputs.JournalHead,
        };
        var inverse = new StepInverse(inputs.TargetRail);
        for (var level = 1; level <= Levels; level++)
        {
            // One pass for each level keeps the order without holding the steps.
            await foreach (var step in inputs.Plan.StepsAsync(cancellationToken))
            {
                if (step.Match(RollbackLevels.Instance) != level)
                {
                    continue;
                }

                var row = await inputs.FindStep(step.Id, cancellationToken);
                if (row is null || !StepTransitions.IsSuccess(row.State))
                {
                    continue;
                }

                var applied = await StepReferences.ResolveAsync(step, inputs.FindStep, cancellationToken)
                    ?? throw new InvalidOperationException($"Step '{step.Id}' was applied, but what it refers to was not.");
                var line = new StepLine(inverse.Of(applied, row));
                tally.Count(line);
                yield return line;
            }
        }

        yield return tally.Totals();
    }
}
