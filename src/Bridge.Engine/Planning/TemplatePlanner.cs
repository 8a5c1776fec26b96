using System.Runtime.CompilerServices;
using Bridge.Model.Collections;
using Bridge.Model.Identity;
using Bridge.Rails.Abstractions.Capabilities;
using Bridge.Rails.Abstractions.Writing;

namespace Bridge.Engine.Planning;

/// <summary>Plans template terms: those declared in the profile or answered before are known, the others are built by a person.</summary>
internal static class TemplatePlanner
{
    public static async IAsyncEnumerable<PlanLine> PlanAsync(PlanState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (key, desired) in state.Templates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var reference = state.TemplateRefs[key];
            if (reference.Step is null)
            {
                continue;
            }

            yield return new StepLine(state.Operations.Declare(
                new BuildTemplate
                {
                    Id = reference.Step,
                    Entity = EntityKind.Template,
                    Channel = StepChannel.WorkItem,
                    Class = default,
                    Reversibility = default,
                    Why = $"no template is declared for offer {key}",
                    Draft = new TemplateDraft { Name = desired.TemplateName, Terms = TermsOnly(desired, key) },
                },
                WriteVerb.Create));
        }

        await Task.CompletedTask;
    }

    /// <summary>The target template of a source template.</summary>
    public static TargetRef Resolve(PlanState state, string key, string? declared) =>
        declared is not null ? TargetRef.Known(declared)
        : state.Row(EntityKind.Template, key) is { } row ? TargetRef.Known(row.Target)
        : TargetRef.Of(StepIds.Of(EntityKind.Template, key, "build"));

    /// <summary>Takes a partner into account who could prove a template.</summary>
    public static void Consider(PlanState state, string key, PlannedCanary candidate, Model.Contracts.Contract terms)
    {
        if (!state.Canaries.TryGetValue(key, out var choice))
        {
            state.Canaries[key] = choice = new CanaryChoice();
        }

        if (!state.TermsHashes.TryGetValue(key, out var wanted))
        {
            state.TermsHashes[key] = wanted = TemplateTermsHash.Of(state.Desired[key].Terms);
        }

        choice.Consider(candidate, TemplateTermsHash.Of(terms) == wanted);
    }

    /// <summary>What is known of each template that the plan needs; null when it needs none.</summary>
    public static ValueList<PlannedTemplate>? Standings(PlanState state) => state.Templates.Count == 0 ? null : state.Templates
        .Select(pair => Standing(state, pair.Key, pair.Value))
        .ToValueList();

    private static PlannedTemplate Standing(PlanState state, string key, Mapping.DesiredContract desired)
    {
        var reference = state.TemplateRefs[key];
        var terms = TemplateTermsHash.Of(desired.Terms);
        var proof = reference.Id is not { } id ? null
            : state.EqualContracts.TryGetValue((key, id), out var contract) ? $"contract {contract} on the target"
            : state.Inputs.Proofs.GetValueOrDefault(key) is { } known && known.Proves(id, terms) ? $"contract {known.Contract}, read by run {known.Run}"
            : null;
        return new PlannedTemplate
        {
            Key = key,
            Name = desired.TemplateName,
            Template = reference,
            Terms = terms,
            Proof = proof,
            Canary = proof is null ? state.Canaries.GetValueOrDefault(key)?.Best : null,
        };
    }

    private static Model.Contracts.Contract TermsOnly(Mapping.DesiredContract desired, string key) => desired.Terms with
    {
        Id = new ContractId(key),
        Partner = new PartnerId(""),
        StartsAt = null,
        EndsAt = null,
    };
}
