using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Partners;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A partner's site is no web address.</summary>
internal sealed class PartnerWebsiteHasScheme : IRecordRule<Partner, DesiredPartner>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PARTNER-002",
        nameof(PartnerWebsiteHasScheme),
        Severity.Excluding,
        "A partner's site is no web address.",
        "Correct the address in the export and extract again.");

    public IEnumerable<RuleBreach> Check(Partner source, DesiredPartner desired, RuleContext context)
    {
        if (desired.Website is { } website && WebAddress.Read(website) is null)
        {
            yield return new RuleBreach("website", website, "The main site must be an absolute http or https address.");
        }
    }
}
