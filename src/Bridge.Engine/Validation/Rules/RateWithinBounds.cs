using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A rate is not between 0 and 100 %, or an amount is negative.</summary>
internal sealed class RateWithinBounds : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-TERM-003",
        nameof(RateWithinBounds),
        Severity.Excluding,
        "A rate is not between 0 and 100 %, or an amount is negative.",
        "Correct the commission in the offer sheet; 7.5 there means 7.5 %.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        foreach (var (path, amount) in TermWalk.Amounts(desired.Terms))
        {
            if (amount.Rate is { Fraction: < 0 or > 1 } || amount.Flat is { Amount: < 0 })
            {
                yield return new RuleBreach(path, amount.ToString(), "No partner is paid that.");
            }
        }
    }
}
