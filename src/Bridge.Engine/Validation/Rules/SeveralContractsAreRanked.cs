using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A partner of the target holds one contract, and the profile does not say which one leads.</summary>
internal sealed class SeveralContractsAreRanked : IProgramRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROGRAM-005",
        nameof(SeveralContractsAreRanked),
        Severity.Warning,
        "A partner of the target holds one contract, and the profile does not say which one leads.",
        "List the kinds of template under contracts.precedence in the profile.");

    public IEnumerable<RuleBreach> Check(RuleContext context)
    {
        if (!context.Target.Capabilities.Terms.SeveralContractsPerPartner && context.Profile.Contracts.Precedence.Count == 0)
        {
            yield return new RuleBreach("contracts.precedence", null, "Among several contracts of a partner the one with the lowest key would lead.");
        }
    }
}
