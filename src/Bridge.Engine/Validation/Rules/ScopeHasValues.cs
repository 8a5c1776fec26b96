using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A condition names a list whose values nobody knows.</summary>
internal sealed class ScopeHasValues : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-TERM-006",
        nameof(ScopeHasValues),
        Severity.Excluding,
        "A condition names a list whose values nobody knows.",
        "Add the list to the export folder and extract again.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        foreach (var (path, term) in TermWalk.Of<CommissionTerm>(desired.Terms))
        {
            foreach (var condition in term.Scope.Conditions)
            {
                if (condition.Values.Count == 0)
                {
                    yield return new RuleBreach($"{path}.scope", condition.ListName, $"The condition on {condition.Field} has no values.");
                }
            }
        }
    }
}
