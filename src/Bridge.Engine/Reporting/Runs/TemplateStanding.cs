using Bridge.Engine.Execution;
using Bridge.Engine.Execution.Templates;
using Bridge.Engine.Planning;
using Bridge.Model.Collections;

namespace Bridge.Engine.Reporting.Runs;

/// <summary>How a template stands in a run.</summary>
public sealed record TemplateStanding
{
    /// <summary>Source template.</summary>
    public required string Key { get; init; }

    /// <summary>Name on the target.</summary>
    public required string Name { get; init; }

    /// <summary>Template on the target; null while nobody told its id.</summary>
    public string? TargetId { get; init; }

    /// <summary>State.</summary>
    public required TemplateState State { get; init; }

    /// <summary>What proves it; null while nothing does.</summary>
    public string? Proof { get; init; }

    /// <summary>Partners who were taken to prove it, in order; empty for one that was proved before.</summary>
    public ValueList<TrialCanary> Canaries { get; init; } = [];

    /// <summary>How often it went back to who built it.</summary>
    public int Corrections { get; init; }

    /// <summary>What is wrong with it, field by field; empty when nothing is known to be.</summary>
    public ValueList<string> Wrong { get; init; } = [];

    /// <summary>Reads the templates of a run; null when its plan names none.</summary>
    public static async Task<ValueList<TemplateStanding>?> ReadAsync(IRunStore store, string runId, IPlanSource plan, CancellationToken cancellationToken)
    {
        if (plan.Totals.Templates is not { } templates)
        {
            return null;
        }

        var standings = new List<TemplateStanding>(templates.Count);
        foreach (var planned in templates)
        {
            var trial = await TrialBook.ReadAsync(store, runId, planned.Key, cancellationToken);
            var built = planned.Template.Step is { } step ? await store.FindStepAsync(runId, step, cancellationToken) : null;
            standings.Add(new TemplateStanding
            {
                Key = planned.Key,
                Name = planned.Name,
                TargetId = planned.Template.Id ?? built?.TargetId,
                State = trial?.State ?? (planned.Proof is null ? TemplateState.Declared : TemplateState.Proved),
                Proof = planned.Proof ?? (trial is { State: TemplateState.Proved, Contract: { } contract } ? $"contract {contract}" : null),
                Canaries = trial?.Canaries ?? (planned.Canary is { } canary ? [new TrialCanary(canary.Partner, canary.Step, canary.Contract)] : []),
                Corrections = trial?.Corrections ?? 0,
                Wrong = trial?.Wrong ?? [],
            });
        }

        return standings.ToValueList();
    }
}
