using Bridge.Engine.Mapping;
using Bridge.Model.Contracts;
using Bridge.Model.Findings;

namespace Bridge.Engine.Validation.Rules;

/// <summary>Tiers leave a gap, overlap, or end before the top.</summary>
internal sealed class TierWithoutGap : IRecordRule<Contract, DesiredContract>
{
    public FindingDefinition Definition { get; } = new(
        "BRG-TERM-002",
        nameof(TierWithoutGap),
        Severity.Excluding,
        "Tiers leave a gap, overlap, or end before the top.",
        "Let each tier start where the one before it ends, and leave the upper threshold of the last one empty.");

    public IEnumerable<RuleBreach> Check(Contract source, DesiredContract desired, RuleContext context)
    {
        foreach (var (path, tiered) in TermWalk.Of<Tiered>(desired.Terms))
        {
            for (var index = 1; index < tiered.Tiers.Count; index++)
            {
                if (tiered.Tiers[index - 1].UpTo != tiered.Tiers[index].From)
                {
                    yield return new RuleBreach($"{path}.tiers[{index}]", Text(tiered.Tiers[index].From), $"The tier before it ends at {Text(tiered.Tiers[index - 1].UpTo)}.");
                }
            }

            if (tiered.Tiers is [.., { UpTo: { } end }])
            {
                yield return new RuleBreach($"{path}.tiers[{tiered.Tiers.Count - 1}]", Text(end), "Nothing says what is paid above the last tier.");
            }
        }
    }

    private static string Text(decimal? value) => value?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no threshold";
}
