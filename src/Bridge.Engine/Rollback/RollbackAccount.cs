using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;

namespace Bridge.Engine.Rollback;

/// <summary>
/// The last look at a rollback plan: the run's plan is read once more beside its step states, and every applied step must be
/// taken back by exactly one step, of the same entity, on the same object and the same row of the id map. Keeps 16 bytes for
/// each applied step.
/// </summary>
public sealed class RollbackAccount
{
    private readonly Dictionary<ulong, ulong> undone = [];
    private readonly IPlanSource forward;
    private readonly Func<string, CancellationToken, Task<StepRow?>> findStep;

    private RollbackAccount(IPlanSource forward, Func<string, CancellationToken, Task<StepRow?>> findStep)
    {
        this.forward = forward;
        this.findStep = findStep;
    }

    /// <summary>Gives the lines on, each as soon as it was looked at; the totals only when every applied step was found.</summary>
    /// <param name="lines">Lines of a rollback plan.</param>
    /// <param name="forward">Plan of the run that is taken back.</param>
    /// <param name="findStep">Step states of that run.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConservationException">Names the record whose step was lost, doubled or misfiled.</exception>
    public static async IAsyncEnumerable<PlanLine> CheckAsync(
        IAsyncEnumerable<PlanLine> lines,
        IPlanSource forward,
        Func<string, CancellationToken, Task<StepRow?>> findStep,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var account = new RollbackAccount(forward, findStep);
        var closed = false;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (line is StepLine { Step: var step })
            {
                await account.SeeAsync(step, cancellationToken);
            }
            else if (line is PlanTotals)
            {
                await account.CloseAsync(cancellationToken);
                closed = true;
            }

            yield return line;
        }

        if (!closed)
        {
            throw Broken("the rollback plan ends without its totals.");
        }
    }

    private async Task SeeAsync(PlanStep undo, CancellationToken cancellationToken)
    {
        var row = undo.Undoes is { } undoes ? await findStep(undoes, cancellationToken) : null;
        if (row is null || !StepTransitions.IsSuccess(row.State))
        {
            throw Broken($"{Name(undo)}: step '{undo.Undoes}' is taken back and was never applied.");
        }

        if (!undone.TryAdd(Hash(undo.Undoes!), Content(UndoneObject.Of(undo))))
        {
            throw Broken($"{Name(undo)}: step '{undo.Undoes}' is taken back twice.");
        }
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        await foreach (var step in forward.StepsAsync(cancellationToken))
        {
            var row = await findStep(step.Id, cancellationToken);
            var applied = row is not null && StepTransitions.IsSuccess(row.State);
            if (!undone.Remove(Hash(step.Id), out var content))
            {
                if (applied)
                {
                    throw Broken($"{Name(step)}: step '{step.Id}' was applied and nothing takes it back.");
                }

                continue;
            }

            if (!applied || !UndoneObject.Expected(step, row!).Any(expected => Content(expected) == content))
            {
                throw Broken($"{Name(step)}: what takes step '{step.Id}' back is filed under another entity, record, partner or object.");
            }
        }

        if (undone.Count > 0)
        {
            throw Broken($"{undone.Count} steps of the rollback take back what the plan of the run does not have.");
        }
    }

    private static ulong Content(UndoneObject about) => Hash(about.ToString());

    private static string Name(PlanStep step) => $"{EntityNames.Of(step.Entity)} '{step.Source ?? step.Row ?? StepIds.KeyOf(step.Id)}'";

    private static ulong Hash(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));

    private static ConservationException Broken(string problem) => new(problem, "What was sent stays in the journal; report this as a defect.");
}
