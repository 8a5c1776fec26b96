using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A contract's kind of template is not in the precedence, so it leads over nothing.</summary>
internal sealed class TemplateKindIsRanked : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CONTRACT-006",
        nameof(TemplateKindIsRanked),
        Severity.Warning,
        "A contract's kind of template is not in the precedence, so it leads over nothing.",
        "Add the kind to contracts.precedence in the profile.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        var ranked = context.Profile.Contracts.Precedence;
        if (ranked.Count > 0 && source.TemplateKind is { } kind && !ranked.Contains(kind))
        {
            yield return new RuleBreach("templateKind", kind, $"Ranked are: {string.Join(", ", ranked)}.");
        }
    }
}
