using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>Tier thresholds do not ascend.</summary>
internal sealed class TierBoundsAscend : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-TERM-001",
        nameof(TierBoundsAscend),
        Severity.Excluding,
        "Tier thresholds do not ascend.",
        "Correct the thresholds in the offer sheet and extract again.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        foreach (var (path, tiered) in TermWalk.Of<Tiered>(desired.Terms))
        {
            for (var index = 0; index < tiered.Tiers.Count; index++)
            {
                var tier = tiered.Tiers[index];
                if (tier.From < 0 || tier.UpTo <= tier.From || (index > 0 && tier.From <= tiered.Tiers[index - 1].From))
                {
                    yield return new RuleBreach($"{path}.tiers[{index}]", $"{tier.From} to {tier.UpTo?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "open"}", "The tier does not start above the one before it, or ends below its start.");
                }
            }
        }
    }
}
