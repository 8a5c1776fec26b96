using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>Several rates of one contract apply to everything; only the first can ever be paid.</summary>
internal sealed class OneRateForEverything : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-TERM-007",
        nameof(OneRateForEverything),
        Severity.Warning,
        "Several rates of one contract apply to everything; only the first can ever be paid.",
        "Give the others a condition, or take them out of the offer.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context) =>
        desired.Terms.Terms
            .Where(term => term is PercentOfSale or FlatPerAction or Tiered && term.Scope.IsAll())
            .GroupBy(term => term.Action)
            .Where(group => group.Count() > 1)
            .Select(group => new RuleBreach("terms", null, $"{group.Count()} rates for {group.Key} have no condition."));
}
