using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A contract has no currency.</summary>
internal sealed class ContractHasCurrency : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-CONTRACT-001",
        nameof(ContractHasCurrency),
        Severity.Excluding,
        "A contract has no currency.",
        "Add the currency to the offer sheet, or set currencies.default in the profile.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        if (desired.Terms.Currency is null)
        {
            yield return new RuleBreach("currency", null, "Neither the contract nor the profile names a currency.");
        }
    }
}
