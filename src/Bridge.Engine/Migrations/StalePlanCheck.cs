using Bridge.Engine.Approval;
using Bridge.Engine.Artifacts;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Handoffs.Results;
using Bridge.Engine.Mapping;
using Bridge.Engine.Planning;
using Bridge.Engine.Questions;
using Bridge.Engine.Snapshots;

namespace Bridge.Engine.Migrations;

/// <summary>Tells whether the inputs of a plan are still what they were, and which are not.</summary>
/// <param name="host">Host.</param>
/// <param name="snapshots">Snapshots.</param>
internal sealed class StalePlanCheck(MigrationHost host, SnapshotStore snapshots)
{
    /// <exception cref="ApprovalRefusedException">The plan is stale; the message names each input that changed, or the run whose calls are in doubt.</exception>
    public async Task CheckAsync(PlanHeader header, CancellationToken cancellationToken)
    {
        await CheckDoubtsAsync(cancellationToken);
        var changed = new List<string>();
        await CompareSnapshotAsync(changed, "the source (a newer snapshot differs)", SnapshotSide.Source, header.SourceSnapshot, cancellationToken);
        await CompareSnapshotAsync(changed, "the target (a newer snapshot differs)", SnapshotSide.Target, header.TargetSnapshot, cancellationToken);
        Compare(changed, "the mapping profile", header.Profile, ProgramMapping.HashOf(ProfileFiles.Load(host, [])));
        Compare(changed, "the overrides file", header.Overrides, PlanInputsReader.HashOfOverrides(host));
        CompareAnswers(changed, header.Answers);
        Compare(changed, "answers to tasks", header.Decisions, await StateHashes.OfDecisionsAsync(host.Runs, cancellationToken));
        Compare(changed, "what was proved of templates", header.TemplateProofs, await StateHashes.OfProofsAsync(host.Runs, cancellationToken));
        Compare(changed, "the recorded authorities", header.Authorities, (await PlanInputsReader.AuthoritiesAsync(host, cancellationToken)).Hash);
        Compare(changed, "the list of those who want no mail", header.OptOut, PlanInputsReader.HashOfOptOut(host));
        Compare(changed, "the id map", header.IdMap, await StateHashes.OfIdMapAsync(host.Runs, cancellationToken));
        if (changed.Count > 0)
        {
            throw new ApprovalRefusedException(
                ApprovalRefusal.Stale,
                $"Since the plan was made, {string.Join(" and ", changed)} changed. Nothing was sent. Run 'bridge plan' again, look at what is different, and have it approved.");
        }
    }

    /// <summary>A call in doubt is not in the id map: a plan that was made now would send it a second time.</summary>
    private async Task CheckDoubtsAsync(CancellationToken cancellationToken)
    {
        var runs = await host.Runs.ReadRunsAsync(cancellationToken).ToListAsync(cancellationToken);
        var takenBack = runs.Select(run => run.RollsBack).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var asked = await new TaskDesk(host.Runs, host.Outbox, host.Time).OpenAsync(cancellationToken)
            .Where(handoff => handoff.Form == OutcomeQuestion.Form && !PackQuestion.Owns(handoff.Id))
            .ToListAsync(cancellationToken);
        var desk = new ApprovalDesk(host.Runs, host.Signer, host.Time, host.Ids);
        foreach (var run in runs.Where(run => run.RollsBack is null && !takenBack.Contains(run.RunId)))
        {
            var steps = await host.Runs.CountStepsAsync(run.RunId, cancellationToken);
            var doubts = steps.GetValueOrDefault(StepState.Intended) + steps.GetValueOrDefault(StepState.Unknown) + asked.Count(question => question.RunId == run.RunId);

            // A run that may not go on any more cannot settle anything: then it holds nothing up.
            if (doubts > 0 && await desk.FindByIdAsync(run.ApprovalId, cancellationToken) is { } approval && host.Time.GetUtcNow() <= approval.RunUntil)
            {
                throw new ApprovalRefusedException(
                    ApprovalRefusal.Stale,
                    $"Run {run.RunId} left {doubts} calls of which nobody knows yet whether they were applied; this plan would send them again. Nothing was sent. Run 'bridge resume {run.RunId}', answer what 'bridge tasks' asks, then run 'bridge plan' again.");
            }
        }
    }

    private static void Compare(List<string> changed, string what, string? planned, string? now)
    {
        if (!string.Equals(planned, now, StringComparison.Ordinal))
        {
            changed.Add(what);
        }
    }

    private void CompareAnswers(List<string> changed, string? planned)
    {
        var answers = new QuestionDesk(host.Definition.Folder, host.Time).Answers();
        if (answers.PlanHash() == planned)
        {
            return;
        }

        var rows = answers.ChangedSince(planned);
        var named = rows.Take(3).Select(row => $"{row.Kind} of '{row.Subject}' is now '{row.Value}', by {row.By}").ToList();
        changed.Add(named.Count == 0
            ? $"the answers to questions ({AnswersFile.Name})"
            : $"the answers to questions ({string.Join("; ", named)}{(rows.Count > named.Count ? $"; and {rows.Count - named.Count} more" : "")})");
    }

    private async Task CompareSnapshotAsync(List<string> changed, string what, SnapshotSide side, string? planned, CancellationToken cancellationToken)
    {
        var newest = await snapshots.FindNewestAsync(side, cancellationToken);
        Compare(changed, what, planned, newest?.Manifest.Hash);
    }
}
