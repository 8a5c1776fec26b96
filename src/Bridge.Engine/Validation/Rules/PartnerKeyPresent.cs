using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Partners;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A partner lacks the id that the target is to keep as its natural key.</summary>
internal sealed class PartnerKeyPresent : IRecordRule<Partner, DesiredPartner>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-PARTNER-004",
        nameof(PartnerKeyPresent),
        Severity.Excluding,
        "A partner lacks the id that the target is to keep as its natural key.",
        "Complete the export; without this id a second run could not find the partner again.");

    public IEnumerable<RuleBreach> Check(Partner source, DesiredPartner desired, RuleContext context)
    {
        var key = context.Profile.Partners.References is { Count: > 0 } references ? references[0] : null;
        if (key is not null && !desired.References.Any(reference => string.Equals(reference.Scheme, key.Target, StringComparison.Ordinal)))
        {
            yield return new RuleBreach("references", null, $"The source says no '{key.Source}', which '{key.Target}' is to hold.");
        }
    }
}
