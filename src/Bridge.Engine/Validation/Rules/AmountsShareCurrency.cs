using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>An amount is in another currency than its contract.</summary>
internal sealed class AmountsShareCurrency : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-TERM-005",
        nameof(AmountsShareCurrency),
        Severity.Excluding,
        "An amount is in another currency than its contract.",
        "Correct the currency in the offer sheet; a contract has one currency.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        foreach (var (path, amount) in TermWalk.Amounts(desired.Terms))
        {
            if (amount.Flat is { } flat && desired.Terms.Currency is { } currency && flat.Currency != currency)
            {
                yield return new RuleBreach(path, flat.ToString(), $"The contract is in {currency}.");
            }
        }
    }
}
