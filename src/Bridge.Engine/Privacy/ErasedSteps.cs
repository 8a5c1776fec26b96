using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Execution;
using Bridge.Engine.Handoffs;
using Bridge.Engine.Migrations;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;
using Bridge.Model.Identity;

namespace Bridge.Engine.Privacy;

/// <summary>Settles what runs still meant to do for a partner who is erased, and takes its files and tasks out of the outbox.</summary>
/// <param name="host">Host.</param>
/// <param name="epoch">Ownership of the migration.</param>
/// <param name="partner">The partner, by its key on the source.</param>
internal sealed class ErasedSteps(MigrationHost host, OwnerEpoch epoch, string partner)
{
    private readonly string creation = StepIds.Of(EntityKind.Partner, partner, "create");

    /// <summary>Looks, before anything is erased, whether a call for the partner is in doubt.</summary>
    /// <exception cref="ErasureRefusedException">One is: without its values nobody could tell how it ended.</exception>
    public async Task RequireSettledAsync(CancellationToken cancellationToken)
    {
        await foreach (var run in host.Runs.ReadRunsAsync(cancellationToken))
        {
            if (run.Status != RunStatus.Completed && await host.Runs.FindStepAsync(run.RunId, creation, cancellationToken) is { State: StepState.Intended or StepState.Unknown or StepState.NeedsHuman })
            {
                throw new ErasureRefusedException($"Run {run.RunId} has a call for partner '{partner}' in doubt, and its values are needed to find out how it ended. Run 'bridge resume {run.RunId}', answer what 'bridge tasks' asks, then erase again. Nothing was erased.");
            }
        }
    }

    /// <summary>Settles steps that wait or have not begun: what hangs on them is blocked by itself when the run goes on.</summary>
    public async Task<IReadOnlyList<string>> SettleAsync(CancellationToken cancellationToken)
    {
        var settled = new List<string>();
        foreach (var run in await host.Runs.ReadRunsAsync(cancellationToken).Where(run => run.Status != RunStatus.Completed).ToListAsync(cancellationToken))
        {
            var row = await host.Runs.FindStepAsync(run.RunId, creation, cancellationToken);
            if (row is not null && row.State is not (StepState.Waiting or StepState.NotApplied))
            {
                continue;
            }

            var plan = await StoredPlan.OpenAsync(host.Artifacts, host.Keys, run.PlanHash, cancellationToken);
            await foreach (var step in plan.StepsAsync(cancellationToken))
            {
                if (step.Id == creation)
                {
                    var change = new StepChangeOf(StepState.Blocked) { Reason = "PartnerErased", Message = "The partner's people were erased; nothing is done for it any more." };
                    await new RunJournal(host.Runs, epoch, run.RunId, host.Time).MoveAsync(JournalKind.Observed, step, row, change, null, cancellationToken);
                    settled.Add($"{run.RunId} {step.Id}");
                    break;
                }
            }
        }

        return settled;
    }

    /// <summary>Takes files and tasks of the partner out of the outbox. A file that others wait for is written anew when its run goes on.</summary>
    /// <returns>Those that were taken back now, and all that ever named the partner.</returns>
    public async Task<(IReadOnlyList<string> TakenBack, IReadOnlyList<string> HandedOut)> TakeBackAsync(CancellationToken cancellationToken)
    {
        var (taken, named) = (new List<string>(), new List<string>());
        foreach (var document in await host.Runs.ReadDocumentsAsync(Handoff.Kind, cancellationToken).ToListAsync(cancellationToken))
        {
            var handoff = TaskDesk.Read(document.Json);
            if (!handoff.Steps.Contains(creation))
            {
                continue;
            }

            named.Add(handoff.Id);
            if (!handoff.Open)
            {
                continue;
            }

            await host.Outbox.RemoveAsync(handoff.Id, cancellationToken);
            var left = handoff.Steps.Where(step => step != creation).ToValueList();
            var kept = handoff with { Steps = left, Rows = [], Open = left.Count > 0, Written = left.Count == 0 };
            await host.Runs.AppendAsync(
                epoch,
                new JournalRecord(JournalKind.Issued, handoff.RunId, null, new JsonObject { ["handoff"] = handoff.Id, ["written"] = kept.Written, ["open"] = kept.Open, ["steps"] = kept.Steps.Count }),
                [new StoreChange.SetDocument(Handoff.Kind, handoff.Id, JsonSerializer.Serialize(kept, HandoffJson.Default.Handoff))],
                cancellationToken);
            taken.Add(handoff.Id);
        }

        return (taken, named);
    }
}
