using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A contract pays nothing that could move.</summary>
internal sealed class ContractHasTerms : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CONTRACT-002",
        nameof(ContractHasTerms),
        Severity.Excluding,
        "A contract pays nothing that could move.",
        "Complete the terms in the export; when a loss took them all, decide about it under onLoss or build the terms by hand.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        if (desired.Terms.Terms.Count == 0)
        {
            yield return new RuleBreach(
                "terms",
                null,
                source.Terms.Count == 0 ? "The source says no commission terms." : "None of the terms can be held by the target.");
        }
    }
}
