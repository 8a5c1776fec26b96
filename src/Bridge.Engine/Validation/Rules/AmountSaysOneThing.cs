using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A commission says neither a rate nor an amount, or both.</summary>
internal sealed class AmountSaysOneThing : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-TERM-004",
        nameof(AmountSaysOneThing),
        Severity.Excluding,
        "A commission says neither a rate nor an amount, or both.",
        "Give each commission exactly one of the two.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        foreach (var (path, amount) in TermWalk.Amounts(desired.Terms))
        {
            if (amount.Rate is null == (amount.Flat is null))
            {
                yield return new RuleBreach(path, amount.ToString(), "The commission must be a rate or an amount.");
            }
        }
    }
}
