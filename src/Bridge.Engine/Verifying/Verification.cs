using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Engine.Reporting;
using Bridge.Model.Identity;

namespace Bridge.Engine.Verifying;

/// <summary>
/// Proves a run: plans again, from the same source snapshot and a fresh one of the target, and expects nothing to do. What is
/// left over must be explained by the run itself: a partner who declined, a step that waits. What the target cannot list
/// rests on the id map and is probed by its receipt. The records of the new plan are compared one by one with
/// the account of the run: what the run left on the target and the new plan does not find there is a difference, and a
/// record that only one of the two has is a broken account.
/// </summary>
/// <param name="plan">Plan of the run.</param>
/// <param name="findStep">State of a step in the run.</param>
/// <param name="receipts">Probes what the target cannot list.</param>
public sealed class Verification(IPlanSource plan, Func<string, CancellationToken, Task<StepRow?>> findStep, LinkReceipts receipts)
{
    private const int MostExamples = 1000;
    private static readonly string[] Verbs = ["create", "adopt", "amend", "establish", "accept"];

    private readonly List<VerificationDifference> examples = [];
    private readonly SortedDictionary<string, long> explained = new(StringComparer.Ordinal);
    private readonly HashSet<string> explainedTargets = new(StringComparer.Ordinal);
    private readonly HashSet<string> declinedPartners = new(StringComparer.Ordinal);
    private long differences;
    private long proved;
    private long byReceipt;
    private long byForm;

    /// <summary>Partners to look at, by source key; null for everybody.</summary>
    public IReadOnlySet<string>? Partners { get; init; }

    /// <summary>True for a run that has not come to its end: what it has not begun is progress that is still to come, no difference.</summary>
    public bool Unfinished { get; init; }

    /// <summary>Reads the lines of the new plan.</summary>
    /// <exception cref="ConservationException">A record is in the run and not in the new plan, or the other way round; names it.</exception>
    public async Task<VerificationResult> RunAsync(IAsyncEnumerable<PlanLine> lines, string targetSnapshot, CancellationToken cancellationToken)
    {
        // A rollback decides about no records: what it left is compared with nothing.
        await using var run = plan.Header.Kind == PlanKind.Apply
            ? OutcomesAsync(cancellationToken).GetAsyncEnumerator(cancellationToken)
            : null;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            if (!IsAbout(line))
            {
                continue;
            }

            switch (line)
            {
                case OutcomeLine outcome:
                    var left = await TakeAsync(run, outcome.Entity, outcome.Source);
                    if (outcome.Outcome == Outcome.Unchanged)
                    {
                        await CountUnchangedAsync(outcome, cancellationToken);
                    }
                    else if (left is not null)
                    {
                        Compare(outcome, left);
                    }

                    break;
                case StepLine { Step: var step }:
                    await JudgeAsync(step, step.Source is null ? null : await TakeAsync(run, step.Entity, step.Source), cancellationToken);
                    break;
                default:
                    break;
            }
        }

        if (run is not null && await run.MoveNextAsync())
        {
            throw Broken($"{Name(run.Current.Entity, run.Current.Source)} is in the run and not in the plan that verifies it.");
        }

        return new VerificationResult
        {
            TargetSnapshot = targetSnapshot,
            Differences = differences,
            Examples = examples,
            Explained = [.. explained.Select(pair => new NamedCount(pair.Key, pair.Value))],
            Proved = proved,
            ByReceipt = byReceipt,
            ByForm = byForm,
        };
    }

    /// <summary>The run's next record, which must be this one: both plans are made from one source snapshot.</summary>
    private static async Task<RecordOutcome?> TakeAsync(IAsyncEnumerator<RecordOutcome>? run, EntityKind entity, string source)
    {
        if (run is null)
        {
            return null;
        }

        if (!await run.MoveNextAsync())
        {
            throw Broken($"{Name(entity, source)} is in the plan that verifies the run and not in the run, or twice.");
        }

        return run.Current.Entity == entity && string.Equals(run.Current.Source, source, StringComparison.Ordinal)
            ? run.Current
            : throw Broken($"{Name(entity, source)} stands in the plan that verifies the run where the run has {Name(run.Current.Entity, run.Current.Source)}: one of them is lost, doubled or misfiled.");
    }

    private static string Name(EntityKind entity, string source) => $"{EntityNames.Of(entity)} '{source}'";

    private static ConservationException Broken(string problem) => new(problem, "The run is neither proved nor refuted; report this as a defect.");

    /// <summary>A record that stays, beside what the run says of it.</summary>
    private void Compare(OutcomeLine now, RecordOutcome left)
    {
        if (left.Outcome is Outcome.Skipped or Outcome.Blocked or Outcome.Manual)
        {
            if (now.Outcome != left.Outcome)
            {
                Explain(now.Entity, $"{left.Reason}, now {now.Reason}");
            }
        }
        else if (now.Reason == "PartnerDeclined" || (now.Reason == "PartnerBlocked" && now.Partner is { } partner && declinedPartners.Contains(partner)))
        {
            Explain(now.Entity, now.Reason);
            if (now.Entity == EntityKind.Partner)
            {
                declinedPartners.Add(now.Source);
            }
        }
        else
        {
            Differ(
                left.Step ?? StepIds.Of(now.Entity, now.Source, "create"),
                "record",
                $"The run left {Name(now.Entity, now.Source)} as {left.Outcome} on the target; the plan that verifies it counts it as {now.Outcome} ({now.Reason}).");
        }
    }

    private void Explain(EntityKind entity, string reason)
    {
        var name = $"{EntityNames.Of(entity)} {reason}";
        explained[name] = explained.GetValueOrDefault(name) + 1;
    }

    private async Task CountUnchangedAsync(OutcomeLine line, CancellationToken cancellationToken)
    {
        if (line.Entity != EntityKind.TrackingLink)
        {
            proved++;
        }
        else if (await receipts.ProblemAsync(line, cancellationToken) is { } problem)
        {
            Differ(StepIds.Of(line.Entity, line.Source, "create"), "link", problem);
        }
        else if (line.Computed == true)
        {
            byForm++;
        }
        else
        {
            byReceipt++;
        }
    }

    private bool IsAbout(PlanLine line) => Partners is null || line switch
    {
        OutcomeLine outcome => outcome.Partner is { } partner && Partners.Contains(partner),
        StepLine { Step.Partner: var partner } => partner is not null && Partners.Contains(partner),
        _ => true,
    };

    private IAsyncEnumerable<RecordOutcome> OutcomesAsync(CancellationToken cancellationToken) =>
        new RunAccount(plan, findStep).LinesAsync(cancellationToken).Where(line => line.Outcome is not null && IsAbout(line.Line)).Select(line => line.Outcome!);

    private async Task JudgeAsync(PlanStep step, RecordOutcome? left, CancellationToken cancellationToken)
    {
        var reason = step is JoinGroup join
            ? join.Membership.Partners.All(partner => partner.Id is { } id && explainedTargets.Contains(id)) ? "PartnerExplained" : null
            : step is BuildTemplate or CreateGroup { Source: null } or CreateDeal ? await ExplainAsync(step.Id, cancellationToken)
            : await ExplainRecordAsync(step, cancellationToken);
        if (Unfinished && reason is null && await findStep(step.Id, cancellationToken) is null)
        {
            reason = left is { Outcome: Outcome.Manual or Outcome.Blocked, Reason: { } open } ? open : left is null ? "NotStarted" : null;
        }

        if (reason is null)
        {
            Differ(step.Id, StepNames.Of(step), step.Why ?? "It is not on the target as the migration should have left it.");
            return;
        }

        Explain(step.Entity, reason);
        if (step is AdoptObject { Entity: EntityKind.Partner } adopt)
        {
            explainedTargets.Add(adopt.TargetId);
        }
    }

    /// <summary>A step about a record is explained by any step of the run about the same record that did not succeed.</summary>
    private async Task<string?> ExplainRecordAsync(PlanStep step, CancellationToken cancellationToken)
    {
        var key = StepIds.KeyOf(step.Id);
        foreach (var verb in Verbs)
        {
            if (await ExplainAsync(StepIds.Of(step.Entity, key, verb), cancellationToken) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private async Task<string?> ExplainAsync(string stepId, CancellationToken cancellationToken)
    {
        var row = await findStep(stepId, cancellationToken);
        return row is not null && !StepTransitions.IsSuccess(row.State) ? row.Reason ?? row.State.ToString() : null;
    }

    private void Differ(string step, string kind, string message)
    {
        differences++;
        if (examples.Count < MostExamples)
        {
            examples.Add(new VerificationDifference(step, kind, message));
        }
    }
}
