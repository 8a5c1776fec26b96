using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Rollback;

/// <summary>The sum of a rollback: applied = restored + compensated + kept by guard + irreversible + failed.</summary>
/// <param name="Applied">Applied steps of the run that is taken back; counted in that run.</param>
/// <param name="Restored">As before.</param>
/// <param name="Compensated">Inert.</param>
/// <param name="KeptByGuard">Left alone by a guard.</param>
/// <param name="Irreversible">Stay.</param>
/// <param name="Failed">Open.</param>
public sealed record RollbackSums(long Applied, long Restored, long Compensated, long KeptByGuard, long Irreversible, long Failed)
{
    /// <summary>True when every applied step ended in exactly one class.</summary>
    public bool Balanced() => Applied == Restored + Compensated + KeptByGuard + Irreversible + Failed;

    /// <summary>Class of one step of a rollback plan.</summary>
    /// <param name="step">Step.</param>
    /// <param name="row">Its row in the rollback run; null when the run has not touched it.</param>
    public static RollbackClass ClassOf(PlanStep step, StepRow? row) => row?.State switch
    {
        StepState.Applied or StepState.Adopted => step switch
        {
            KeepObject { Reversibility: Reversibility.Irreversible } => RollbackClass.Irreversible,
            { Reversibility: Reversibility.Compensable } => RollbackClass.Compensated,
            _ => RollbackClass.Restored,
        },
        StepState.Conflict => RollbackClass.KeptByGuard,
        _ => RollbackClass.Failed,
    };

    /// <summary>The sum of a rollback run.</summary>
    /// <param name="forward">Plan of the run that was taken back.</param>
    /// <param name="forwardStep">Step states of that run.</param>
    /// <param name="rollback">Rollback plan.</param>
    /// <param name="rollbackStep">Step states of the rollback run.</param>
    /// <param name="cancellationToken">Stops the count.</param>
    /// <exception cref="ConservationException">An applied step is not taken back by exactly one step; names the record.</exception>
    public static async Task<RollbackSums> CountAsync(
        IPlanSource forward,
        Func<string, CancellationToken, Task<StepRow?>> forwardStep,
        IPlanSource rollback,
        Func<string, CancellationToken, Task<StepRow?>> rollbackStep,
        CancellationToken cancellationToken)
    {
        long applied = 0;
        await foreach (var step in forward.StepsAsync(cancellationToken))
        {
            var row = await forwardStep(step.Id, cancellationToken);
            applied += row is not null && StepTransitions.IsSuccess(row.State) ? 1 : 0;
        }

        var counts = new long[Enum.GetValues<RollbackClass>().Length];
        await foreach (var line in RollbackAccount.CheckAsync(rollback.ReadAsync(cancellationToken), forward, forwardStep, cancellationToken))
        {
            if (line is StepLine { Step: var step })
            {
                counts[(int)ClassOf(step, await rollbackStep(step.Id, cancellationToken))]++;
            }
        }

        return new RollbackSums(
            applied,
            counts[(int)RollbackClass.Restored],
            counts[(int)RollbackClass.Compensated],
            counts[(int)RollbackClass.KeptByGuard],
            counts[(int)RollbackClass.Irreversible],
            counts[(int)RollbackClass.Failed]);
    }
}
