using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Planning;
using Bridge.Engine.Verifying;
using Bridge.Model.Collections;

namespace Bridge.Engine.Execution.Canaries;

/// <summary>Keeps the canary of a run: who it is, and what reading it back came to.</summary>
/// <param name="store">Run store.</param>
/// <param name="time">Clock.</param>
public sealed class WaveDesk(IRunStore store, TimeProvider time)
{
    private const int MostDifferences = 20;

    /// <summary>The canary of a run; null when it has none.</summary>
    public async Task<CanaryWave?> FindAsync(string runId, CancellationToken cancellationToken) =>
        await store.FindDocumentAsync(CanaryWave.Kind, runId, cancellationToken) is { } json ? JsonSerializer.Deserialize(json, WaveJson.Default.CanaryWave) : null;

    /// <summary>Chooses the partners of a new run's canary and keeps them before anything is sent.</summary>
    /// <exception cref="RunStoppedException">The plan has no partner to begin with.</exception>
    public async Task<CanaryWave> BeginAsync(OwnerEpoch epoch, string runId, IPlanSource plan, int count, CancellationToken cancellationToken)
    {
        var partners = await WaveChoice.ChooseAsync(plan, count, [], cancellationToken);
        if (partners.Count == 0 || plan.Header.Kind != PlanKind.Apply)
        {
            throw new RunStoppedException("NoCanary", "This plan does nothing about a single partner, so there is nobody to begin with. Nothing was sent. Apply it without --canary.");
        }

        var wave = new CanaryWave { Wanted = count, State = WaveState.Running, Partners = partners };
        await SaveAsync(epoch, runId, wave, [], cancellationToken);
        return wave;
    }

    /// <summary>Files what reading the target back showed, and writes the run's row: clean, not clean, or more partners when nobody of the first is there.</summary>
    public async Task<(CanaryWave Wave, RunRow Run)> JudgeAsync(
        OwnerEpoch epoch, RunRow run, IPlanSource plan, CanaryWave wave, VerificationResult result, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var differences = result.Examples.Select(each => $"{each.Step}: {each.Message}")
            .Concat(await FailedAsync(run.RunId, plan, wave, cancellationToken).ToListAsync(cancellationToken))
            .Take(MostDifferences)
            .ToList();
        var proved = result.Proved + result.ByReceipt;
        if (differences.Count == 0 && proved == 0)
        {
            var more = await WaveChoice.ChooseAsync(plan, wave.Wanted, wave.Partners, cancellationToken);
            if (more.Count > 0)
            {
                var longer = wave with { State = WaveState.Running, ReadBackAt = now, Partners = [.. wave.Partners, .. more] };
                await SaveAsync(epoch, run.RunId, longer, [], cancellationToken);
                return (longer, run);
            }

            differences.Add("Nothing of the canary is on the target: its partners declined, and nobody else is left to begin with.");
        }

        var clean = differences.Count == 0;
        var judged = wave with { State = clean ? WaveState.Clean : WaveState.NotClean, ReadBackAt = now, Proved = proved, Differences = differences.ToValueList() };
        var row = run with
        {
            Status = RunStatus.Stopped,
            Reason = clean
                ? $"{CanaryWave.IsClean}: {proved} records of {wave.Partners.Count} partners were read back and are as planned."
                : $"{CanaryWave.IsNotClean}: {string.Join(" | ", differences)}",
        };
        List<StoreChange> changes = [new StoreChange.SetRun(row)];
        if (clean && await FirstWrite.FindAsync(store, plan.Header, cancellationToken) is null)
        {
            changes.Add(new StoreChange.SetDocument(FirstWrite.Kind, FirstWrite.KeyOf(plan.Header), JsonSerializer.Serialize(new FirstWrite(run.RunId, now), WaveJson.Default.FirstWrite)));
        }

        await SaveAsync(epoch, run.RunId, judged, changes, cancellationToken);
        return (judged, row);
    }

    /// <summary>What failed among the canary's own steps: the target may look right without it.</summary>
    private async IAsyncEnumerable<string> FailedAsync(
        string runId, IPlanSource plan, CanaryWave wave, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var step in (await WaveChoice.StepsAsync(plan, wave.Partners, cancellationToken)).Order(StringComparer.Ordinal))
        {
            var row = await store.FindStepAsync(runId, step, cancellationToken);
            if (row is { State: StepState.Failed or StepState.Conflict or StepState.NeedsHuman } or { State: StepState.Blocked, Reason: "TemplateNotProved" })
            {
                yield return $"{step}: {row.Reason}: {row.Message}";
            }
        }
    }

    private Task SaveAsync(OwnerEpoch epoch, string runId, CanaryWave wave, IReadOnlyList<StoreChange> more, CancellationToken cancellationToken) => store.AppendAsync(
        epoch,
        new JournalRecord(
            JournalKind.Checkpoint,
            runId,
            null,
            new JsonObject { ["canary"] = wave.State.ToString(), ["partners"] = wave.Partners.Count, ["proved"] = wave.Proved, ["differences"] = wave.Differences.Count }),
        [new StoreChange.SetDocument(CanaryWave.Kind, runId, JsonSerializer.Serialize(wave, WaveJson.Default.CanaryWave)), .. more],
        cancellationToken);
}
