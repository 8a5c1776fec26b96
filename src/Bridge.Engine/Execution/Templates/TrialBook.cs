using System.Text.Json;
using System.Text.Json.Nodes;
using Bridge.Engine.Planning;

namespace Bridge.Engine.Execution.Templates;

/// <summary>The trials of one run: as the plan names them, as the run store keeps them. As many as the plan needs templates.</summary>
/// <param name="run">Run.</param>
internal sealed class TrialBook(RunContext run)
{
    private readonly Dictionary<string, (PlannedTemplate Planned, TemplateTrial Trial)> trials = new(StringComparer.Ordinal);

    /// <summary>Every trial.</summary>
    public IEnumerable<(PlannedTemplate Planned, TemplateTrial Trial)> All => trials.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).ToList();

    /// <summary>The trial of a template; null for one that was proved before the run, and for steps of plans that name none.</summary>
    public (PlannedTemplate Planned, TemplateTrial Trial)? Find(string? template) =>
        template is not null && trials.TryGetValue(template, out var found) ? found : null;

    /// <summary>Reads what an earlier process left.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        foreach (var planned in run.Plan.Totals.Templates ?? [])
        {
            if (planned is { Proof: null, Canary: { } canary })
            {
                trials[planned.Key] = (planned, await ReadAsync(run.Journal.Store, run.RunId, planned.Key, cancellationToken) ?? new TemplateTrial
                {
                    RunId = run.RunId,
                    Template = planned.Key,
                    State = TemplateState.Declared,
                    Since = run.Time.GetUtcNow(),
                    Canaries = [new TrialCanary(canary.Partner, canary.Step, canary.Contract)],
                });
            }
        }
    }

    /// <summary>A trial as it is stored; null while nothing about it changed.</summary>
    public static async Task<TemplateTrial?> ReadAsync(IRunStore store, string runId, string template, CancellationToken cancellationToken) =>
        await store.FindDocumentAsync(TemplateTrial.Kind, TemplateTrial.KeyOf(runId, template), cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, TrialJson.Default.TemplateTrial)
            : null;

    /// <summary>Stores a trial, with what it proves when it does.</summary>
    public async Task SaveAsync(TemplateTrial trial, TemplateProof? proof, CancellationToken cancellationToken)
    {
        var (planned, _) = trials[trial.Template];
        var changes = new List<StoreChange>
        {
            new StoreChange.SetDocument(TemplateTrial.Kind, TemplateTrial.KeyOf(run.RunId, trial.Template), JsonSerializer.Serialize(trial, TrialJson.Default.TemplateTrial)),
        };
        if (proof is not null)
        {
            changes.Add(new StoreChange.SetDocument(TemplateProof.Kind, trial.Template, JsonSerializer.Serialize(proof, TemplateProofJson.Default.TemplateProof)));
        }

        var canary = trial.Canaries[^1];
        await run.Journal.WriteAsync(
            JournalKind.Observed,
            new JsonObject { ["template"] = trial.Template, ["templateState"] = trial.State.ToString(), ["canary"] = canary.Partner, ["canaries"] = trial.Canaries.Count, ["contract"] = trial.Contract, ["wrong"] = trial.Wrong.Count },
            changes,
            cancellationToken);
        trials[trial.Template] = (planned, trial);
    }
}
