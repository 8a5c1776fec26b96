using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Partners;
using Bridge.Rails.Abstractions.Capabilities;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A partner is to come in by file, and nobody knows an e-mail.</summary>
internal sealed class PartnerEmailPresentForFile : IRecordRule<Partner, DesiredPartner>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PARTNER-003",
        nameof(PartnerEmailPresentForFile),
        Severity.Excluding,
        "A partner is to come in by file, and nobody knows an e-mail.",
        "Add the e-mail to the export, or let the file way need it in the profile under partners.entry.");

    public IEnumerable<RuleBreach> Check(Partner source, DesiredPartner desired, RuleContext context)
    {
        if (desired.Entry is PartnerEntry.ProspectFile or PartnerEntry.ImportFile && desired.Contact?.Email is null)
        {
            yield return new RuleBreach("contacts.email", null, $"The way in is {desired.Entry}, which writes to an e-mail.");
        }
    }
}
