using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Partners;

namespace Bridge.Engine.Validation.Rules;

/// <summary>Nobody knows an e-mail of a partner.</summary>
internal sealed class PartnerReachable : IRecordRule<Partner, DesiredPartner>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PARTNER-005",
        nameof(PartnerReachable),
        Severity.Note,
        "Nobody knows an e-mail of a partner.",
        "Ask for the e-mail before the wave; otherwise a person has to find and invite the partner by hand.");

    public IEnumerable<RuleBreach> Check(Partner source, DesiredPartner desired, RuleContext context)
    {
        if (desired.Contact?.Email is null)
        {
            yield return new RuleBreach("contacts.email", null, $"No e-mail is known; if the partner is not on the target yet, the way in is {desired.Entry}.");
        }
    }
}
