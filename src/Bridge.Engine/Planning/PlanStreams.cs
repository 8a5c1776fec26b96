using System.Runtime.CompilerServices;

namespace Bridge.Engine.Planning;

/// <summary>Views of a plan's stream.</summary>
public static class PlanStreams
{
    /// <summary>The steps in order.</summary>
    public static async IAsyncEnumerable<PlanStep> StepsAsync(this IPlanSource plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in plan.ReadAsync(cancellationToken))
        {
            if (line is StepLine step)
            {
                yield return step.Step;
            }
        }
    }
}
