using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>The profile's default currency is not that of the target program.</summary>
internal sealed class DefaultCurrencyFits : IProgramRule
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PROGRAM-003",
        nameof(DefaultCurrencyFits),
        Severity.Warning,
        "The profile's default currency is not that of the target program.",
        "Check currencies.default in the profile; amounts are never converted.");

    public IEnumerable<RuleBreach> Check(RuleContext context)
    {
        if (context.Profile.Defaults.Currency is { } currency && context.Program.Currency is { } program && currency != program)
        {
            yield return new RuleBreach("program.currency", currency.Code, $"Program '{context.Program.Name}' is in {program}.");
        }
    }
}
