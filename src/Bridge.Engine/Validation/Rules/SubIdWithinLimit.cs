using Bridge.Engine.Mapping;
using Bridge.Model.Findings;
using Bridge.Model.Links;

namespace Bridge.Engine.Validation.Rules;

/// <summary>A sub-id is longer than the target holds.</summary>
internal sealed class SubIdWithinLimit : IRecordRule<TrackingLink, DesiredLink>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-LINK-002",
        nameof(SubIdWithinLimit),
        Severity.Excluding,
        "A sub-id is longer than the target holds.",
        "Shorten it with the partner, or choose links.subIds.tooLong: truncate or drop in the profile.");

    public IEnumerable<RuleBreach> Check(TrackingLink source, DesiredLink desired, RuleContext context)
    {
        foreach (var subId in desired.SubIds)
        {
            if (subId.Value.Length > context.Target.Capabilities.SubIdMaxLength)
            {
                yield return new RuleBreach($"subIds.{subId.Name}", null, $"The value has {subId.Value.Length} characters, the target holds {context.Target.Capabilities.SubIdMaxLength}.");
            }
        }
    }
}
