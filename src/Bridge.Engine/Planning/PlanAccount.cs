using System.Runtime.CompilerServices;
using Bridge.Engine.Snapshots;
using Bridge.Model.Identity;

namespace Bridge.Engine.Planning;

/// <summary>
/// The last look at a plan's lines before they are stored or believed: the source snapshot is read once more, beside the
/// lines, and every record must stand in the plan exactly once, in its place, under its own entity, its own partner and an
/// outcome that its reason allows. Streams; keeps 16 bytes for each partner.
/// </summary>
public sealed class PlanAccount : IAsyncDisposable
{
    private readonly Dictionary<EntityKind, RecordWitness> witnesses;
    private readonly Dictionary<EntityKind, EntityTotals> counted;
    private readonly PendingFindings findings = new();
    private readonly PartnerTargets targets = new();

    private PlanAccount(ISnapshot source, CancellationToken cancellationToken)
    {
        witnesses = RecordWitness.All(source, cancellationToken);
        counted = witnesses.Keys.ToDictionary(entity => entity, entity => new EntityTotals { Entity = entity });
    }

    /// <summary>Gives the lines on, each as soon as it was checked; the totals only when every record was seen.</summary>
    /// <param name="lines">Lines of a plan that was made from the snapshot.</param>
    /// <param name="source">Snapshot of the source.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ConservationException">Names the first record that was lost, doubled or misfiled.</exception>
    public static async IAsyncEnumerable<PlanLine> CheckAsync(
        IAsyncEnumerable<PlanLine> lines, ISnapshot source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var account = new PlanAccount(source, cancellationToken);
        var closed = false;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (line is PlanTotals totals)
            {
                await account.CloseAsync(totals);
                closed = true;
            }
            else
            {
                await account.SeeAsync(line);
            }

            yield return line;
        }

        if (!closed)
        {
            throw new ConservationException("the plan ends without its totals.");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var witness in witnesses.Values)
        {
            await witness.DisposeAsync();
        }
    }

    private async ValueTask SeeAsync(PlanLine line)
    {
        switch (line)
        {
            case FindingLine { Finding: var finding }:
                findings.Add(finding);
                break;
            case OutcomeLine outcome:
                await TakeAsync(outcome.Entity, outcome.Source, outcome.Partner);
                RequireReason(outcome);
                findings.Settle(outcome.Entity, outcome.Source, outcome.Outcome == Outcome.Blocked ? outcome.Reason : null);
                targets.Learn(outcome);
                Count(outcome.Entity, outcome.Outcome);
                break;
            case StepLine { Step: { Source: { } source } step }:
                await TakeAsync(step.Entity, source, step.Partner);
                StepFiling.Require(step);
                findings.Settle(step.Entity, source, null);
                targets.Learn(step);
                targets.Require(step);
                Count(step.Entity, step.Counts!.Value);
                break;
            case StepLine { Step: var step }:
                targets.Require(step);
                break;
            default:
                break;
        }
    }

    private async ValueTask TakeAsync(EntityKind entity, string source, string? partner)
    {
        if (!witnesses.TryGetValue(entity, out var witness))
        {
            throw new ConservationException($"{EntityNames.Of(entity)} '{source}' has an outcome, and no snapshot holds records of that kind.");
        }

        await witness.TakeAsync(source, partner);
    }

    private static void RequireReason(OutcomeLine line)
    {
        var problem = line switch
        {
            { Outcome: Outcome.Unchanged, TargetId: null } => "is unchanged, but nothing on the target is named",
            { Outcome: Outcome.Unchanged, Reason: { } reason } => $"is unchanged and has the reason {reason}",
            { Outcome: Outcome.Unchanged } => null,
            { Outcome: Outcome.Created or Outcome.Updated or Outcome.Adopted } => $"is filed as {line.Outcome} without a step",
            { Reason: null } => $"is filed as {line.Outcome} without a reason",
            { Reason: { } reason } when OutcomeReasons.Of(reason) is { } proper && proper != line.Outcome =>
                $"stays for {reason}, which counts as {proper}, and is filed as {line.Outcome}",
            _ => null,
        };
        if (problem is not null)
        {
            throw new ConservationException($"{EntityNames.Of(line.Entity)} '{line.Source}' {problem}.");
        }
    }

    private void Count(EntityKind entity, Outcome outcome) => counted[entity] = counted[entity].With(outcome);

    private async ValueTask CloseAsync(PlanTotals totals)
    {
        foreach (var witness in witnesses.Values)
        {
            await witness.CloseAsync();
        }

        foreach (var told in totals.Entities)
        {
            var seen = counted.GetValueOrDefault(told.Entity) ?? new EntityTotals { Entity = told.Entity };
            if (seen with { Extracted = told.Extracted } != told)
            {
                throw new ConservationException($"{EntityNames.Of(told.Entity)}: the totals of the plan are not the sum of its lines.");
            }
        }
    }
}
