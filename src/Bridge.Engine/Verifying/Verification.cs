using Bridge.Engine.Execution;
using Bridge.Engine.Planning;
using Bridge.Model.Identity;
using Bridge.Model.Programs;

namespace Bridge.Engine.Verifying;

/// <summary>
/// Proves a run: plans again, from the same source snapshot and a fresh one of the target, and expects nothing to do. What is
/// left over must be explained by the run itself: a partner who declined, a step that waits. What the target cannot list
/// rests on the id map and is checked by the form of its receipt.
/// </summary>
/// <param name="findStep">State of a step in the run.</param>
/// <param name="program">The target program.</param>
public sealed class Verification(Func<string, CancellationToken, Task<StepRow?>> findStep, Program program)
{
    private const int MostExamples = 1000;
    private static readonly string[] Verbs = ["create", "adopt", "amend", "establish", "accept"];

    private readonly List<VerificationDifference> examples = [];
    private readonly SortedDictionary<string, long> explained = new(StringComparer.Ordinal);
    private readonly HashSet<string> explainedTargets = new(StringComparer.Ordinal);
    private long differences;
    private long proved;
    private long byReceipt;

    /// <summary>Reads the lines of the new plan.</summary>
    public async Task<VerificationResult> RunAsync(IAsyncEnumerable<PlanLine> lines, string targetSnapshot, CancellationToken cancellationToken)
    {
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            switch (line)
            {
                case OutcomeLine { Outcome: Outcome.Unchanged } unchanged:
                    CountUnchanged(unchanged);
                    break;
                case StepLine { Step: var step }:
                    await JudgeAsync(step, cancellationToken);
                    break;
                default:
                    break;
            }
        }

        return new VerificationResult
        {
            TargetSnapshot = targetSnapshot,
            Differences = differences,
            Examples = examples,
            Explained = [.. explained.Select(pair => new NamedCount(pair.Key, pair.Value))],
            Proved = proved,
            ByReceipt = byReceipt,
        };
    }

    private void CountUnchanged(OutcomeLine line)
    {
        if (line.Entity != EntityKind.TrackingLink)
        {
            proved++;
        }
        else if (IsOfProgram(line.TargetId))
        {
            byReceipt++;
        }
        else
        {
            Differ(StepIds.Of(line.Entity, line.Source, "create"), "link", $"The receipt of link '{line.Source}' is no link of program {program.Id}: its host is not {program.TrackingHost}.");
        }
    }

    private bool IsOfProgram(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
        && (program.TrackingHost is null || string.Equals(uri.Host, program.TrackingHost, StringComparison.OrdinalIgnoreCase));

    private async Task JudgeAsync(PlanStep step, CancellationToken cancellationToken)
    {
        var reason = step is JoinGroup join
            ? join.Membership.Partners.All(partner => partner.Id is { } id && explainedTargets.Contains(id)) ? "PartnerExplained" : null
            : step is BuildTemplate or CreateGroup { Source: null } or CreateDeal ? await ExplainAsync(step.Id, cancellationToken)
            : await ExplainRecordAsync(step, cancellationToken);
        if (reason is null)
        {
            Differ(step.Id, StepNames.Of(step), step.Why ?? "It is not on the target as the migration should have left it.");
            return;
        }

        var name = $"{EntityNames.Of(step.Entity)} {reason}";
        explained[name] = explained.GetValueOrDefault(name) + 1;
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
