using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Partners;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A partner has no name.</summary>
internal sealed class PartnerNamePresent : IRecordRule<Partner, DesiredPartner>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PARTNER-001",
        nameof(PartnerNamePresent),
        Severity.Excluding,
        "A partner has no name.",
        "Complete the name in the export and extract again.");

    public IEnumerable<RuleBreach> Check(Partner source, DesiredPartner desired, RuleContext context)
    {
        if (string.IsNullOrWhiteSpace(desired.Name))
        {
            yield return new RuleBreach("name", null, "The partner has no name.");
        }
    }
}
