using System.Runtime.CompilerServices;
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

    private static Model.Contracts.Contract TermsOnly(Mapping.DesiredContract desired, string key) => desired.Terms with
    {
        Id = new ContractId(key),
        Partner = new PartnerId(""),
        StartsAt = null,
        EndsAt = null,
    };
}
