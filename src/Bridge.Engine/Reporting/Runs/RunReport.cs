using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting.DryRun;
using Bridge.Engine.Rollback;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>A finished or waiting run told for people: both sums, what is open and whose it is, what went wrong, what a rollback came to.</summary>
public sealed record RunReport
{
    /// <summary>The plan.</summary>
    public required ReportHead Head { get; init; }

    /// <summary>The run.</summary>
    public required RunRow Run { get; init; }

    /// <summary>Both sums.</summary>
    public required RunSums Sums { get; init; }

    /// <summary>Steps by state, action and reason; what needs attention first.</summary>
    public required ValueList<StateGroup> Steps { get; init; }

    /// <summary>Templates that partners of the plan need, and who proves them; null when there are none or nobody looked.</summary>
    public ValueList<TemplateStanding>? Templates { get; init; }

    /// <summary>Records that are skipped, blocked or manual, by reason.</summary>
    public required ValueList<ReasonGroup> Reasons { get; init; }

    /// <summary>Mistakes and refusals that probes found, those that were put right too.</summary>
    public required ValueList<ProbeGroup> Found { get; init; }

    /// <summary>Final classes of a rollback run; empty for an apply.</summary>
    public required ValueList<RollbackGroup> Rollback { get; init; }

    /// <summary>Steps that wait for somebody.</summary>
    public IEnumerable<StateGroup> Tasks() => Steps.Where(group => group.State is StepState.Waiting or StepState.NeedsHuman);

    /// <summary>Steps that ended badly.</summary>
    public IEnumerable<StateGroup> Problems() =>
        Steps.Where(group => group.State is StepState.Failed or StepState.Conflict or StepState.Declined or StepState.Unknown or StepState.Blocked or StepState.Intended);

    /// <summary>Steps of the rollback in one class.</summary>
    public long Count(RollbackClass final) => Rollback.Where(group => group.Class == final).Sum(group => group.Count);

    /// <summary>Reads the plan twice and looks every step up once.</summary>
    /// <param name="run">The run.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="findStep">State of a step in the run by its id; null when the run has not touched it.</param>
    /// <param name="found">What probes found wrong, see <see cref="ProbeNotes"/>.</param>
    /// <param name="limits">How much to show in full.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ConservationException">A sum does not balance.</exception>
    public static async Task<RunReport> BuildAsync(
        RunRow run,
        IPlanSource plan,
        Func<string, CancellationToken, Task<StepRow?>> findStep,
        IAsyncEnumerable<ProbeNote> found,
        ReportLimits limits,
        CancellationToken cancellationToken)
    {
        var tally = new RunTally(plan);
        var groups = new RunGroups(limits, plan.Header.Kind == PlanKind.Rollback);
        await foreach (var line in new RunAccount(plan, findStep).LinesAsync(cancellationToken))
        {
            tally.Count(line);
            groups.Add(line);
        }

        var notes = new ProbeGroups(limits);
        await foreach (var note in found.WithCancellation(cancellationToken))
        {
            notes.Add(note, await findStep(note.StepId, cancellationToken));
        }

        var names = new PartnerNames(groups.PartnersNamed());
        await foreach (var line in plan.ReadAsync(cancellationToken))
        {
            names.Add(line);
        }

        return new RunReport
        {
            Head = new ReportHead(plan.Hash, plan.Header),
            Run = run,
            Sums = tally.Sums(),
            Steps = groups.Steps(names),
            Reasons = groups.Reasons(names),
            Found = notes.Build(),
            Rollback = groups.Rollback(names),
        };
    }
}
